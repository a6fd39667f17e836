/** Conformance cases as data, and what plays and records them. */
@NullMarked
package io.github.mpesasdk.conformance;

import org.jspecify.annotations.NullMarked;
