/**
 * What happens to a request, whatever the market: where it goes, who sent it, what is wrong with it, how it ends, and
 * who is told. A market adds its names, its words and its form.
 */
@NullMarked
package io.github.mpesasdk.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
