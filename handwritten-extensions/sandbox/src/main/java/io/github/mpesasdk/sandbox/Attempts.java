package io.github.mpesasdk.sandbox;

import java.time.Duration;

/**
 * How often a callback is tried that fails.
 *
 * @param most how often in all
 * @param pause between two of them
 */
record Attempts(int most, Duration pause) {}
