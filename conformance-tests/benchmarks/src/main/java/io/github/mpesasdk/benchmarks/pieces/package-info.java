/** Pieces of a call under JMH, beside what bare Gson takes for the same. */
@org.jspecify.annotations.NullMarked
package io.github.mpesasdk.benchmarks.pieces;
