/** The M-Pesa OpenAPI of Vodacom and Vodafone, as the sandbox plays it: five markets, one gateway. */
@NullMarked
package io.github.mpesasdk.sandbox.vodacom;

import org.jspecify.annotations.NullMarked;
