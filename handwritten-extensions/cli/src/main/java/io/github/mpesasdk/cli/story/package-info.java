/** The quickstart: one payment story a market, told while it happens. */
@NullMarked
package io.github.mpesasdk.cli.story;

import org.jspecify.annotations.NullMarked;
