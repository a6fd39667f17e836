/** Applications that use the SDK as its users do. */
@NullMarked
package io.github.mpesasdk.consumers;

import org.jspecify.annotations.NullMarked;
