/** Proof that payments survive the process that sent them: real machines, a real database, real kills. */
@NullMarked
package io.github.mpesasdk.survival;

import org.jspecify.annotations.NullMarked;
