/** The seam between the command and the markets it speaks to. */
@NullMarked
package io.github.mpesasdk.cli.market;

import org.jspecify.annotations.NullMarked;
