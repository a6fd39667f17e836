/** What became of a payment. */
package io.github.mpesasdk.core.outcome;
