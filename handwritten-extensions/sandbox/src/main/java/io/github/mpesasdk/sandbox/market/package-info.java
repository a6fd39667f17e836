/**
 * The seam between the server and the markets it speaks for. Not for users of the sandbox: it changes whenever a new
 * market needs it to.
 */
@NullMarked
package io.github.mpesasdk.sandbox.market;

import org.jspecify.annotations.NullMarked;
