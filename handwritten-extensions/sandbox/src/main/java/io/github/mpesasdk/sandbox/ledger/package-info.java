/** Who has how much, and what moved, in every market. */
@NullMarked
package io.github.mpesasdk.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
