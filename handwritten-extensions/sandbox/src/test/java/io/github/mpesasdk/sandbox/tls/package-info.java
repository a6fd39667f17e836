@NullMarked
package io.github.mpesasdk.sandbox.tls;

import org.jspecify.annotations.NullMarked;
