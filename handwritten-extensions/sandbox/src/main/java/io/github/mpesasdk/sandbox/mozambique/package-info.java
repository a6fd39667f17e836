/** Vodacom's own API in Mozambique, as the sandbox plays it: no session, and a port for each operation. */
@NullMarked
package io.github.mpesasdk.sandbox.mozambique;

import org.jspecify.annotations.NullMarked;
