/** Whole calls: variants, conditions, rounds, and the table of what came out. */
@org.jspecify.annotations.NullMarked
package io.github.mpesasdk.benchmarks.calls;
