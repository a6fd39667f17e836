/** The handsets of customers, in every market: what they do when a payment prompt appears. */
@NullMarked
package io.github.mpesasdk.sandbox.phone;

import org.jspecify.annotations.NullMarked;
