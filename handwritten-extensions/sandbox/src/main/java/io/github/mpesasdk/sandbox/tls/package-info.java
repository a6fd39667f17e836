/**
 * HTTPS beside HTTP: an authority that issues certificates, a port that ends TLS, and a proxy that leads the operators'
 * host names to the sandbox. For the server, not for users.
 */
@NullMarked
package io.github.mpesasdk.sandbox.tls;

import org.jspecify.annotations.NullMarked;
