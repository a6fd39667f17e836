/**
 * The seam between the server and the markets it speaks for, and what happens to a request in all of them: where it
 * goes, who sent it, what is wrong with it, how it ends, and who is told. Not for users of the sandbox: it changes
 * whenever a new market needs it to.
 */
@NullMarked
package io.github.mpesasdk.sandbox.market;

import org.jspecify.annotations.NullMarked;
