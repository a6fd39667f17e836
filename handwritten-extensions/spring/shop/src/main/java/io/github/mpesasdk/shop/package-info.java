/** An example: a shop that sells tea and takes M-Pesa. */
@NullMarked
package io.github.mpesasdk.shop;

import org.jspecify.annotations.NullMarked;
