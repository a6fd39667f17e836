/** What a country more in the spec of the M-Pesa OpenAPI brings along. */
@NullMarked
package io.github.mpesasdk.drill;

import org.jspecify.annotations.NullMarked;
