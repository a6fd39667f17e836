/** Safaricom's Daraja gateway, as the sandbox plays it. */
@NullMarked
package io.github.mpesasdk.sandbox.kenya;

import org.jspecify.annotations.NullMarked;
