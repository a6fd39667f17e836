/** Judges clients by the conformance cases: {@code mpesa conformance}. */
@NullMarked
package io.github.mpesasdk.cli.conformance;

import org.jspecify.annotations.NullMarked;
