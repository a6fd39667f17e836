/** The one payment flow of all markets: from a caller's draft to an outcome. */
package io.github.mpesasdk.core.flow;
