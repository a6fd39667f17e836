/** How much of what strangers send is kept. */
@NullMarked
package io.github.mpesasdk.sandbox.bounds;

import org.jspecify.annotations.NullMarked;
