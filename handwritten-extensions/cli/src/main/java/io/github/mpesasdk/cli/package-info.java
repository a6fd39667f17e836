/** The {@code mpesa} command: its words, its errors and its exit codes. */
@NullMarked
package io.github.mpesasdk.cli;

import org.jspecify.annotations.NullMarked;
