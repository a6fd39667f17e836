/** Plays the cases against a gateway with somebody's own credentials, and writes down what it answers, redacted. */
@NullMarked
package io.github.mpesasdk.conformance.record;

import org.jspecify.annotations.NullMarked;
