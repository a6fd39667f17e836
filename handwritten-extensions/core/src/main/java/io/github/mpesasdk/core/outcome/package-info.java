/** What became of a payment, and what bodies from outside say about it. */
package io.github.mpesasdk.core.outcome;
