/** Many calls at once, and one call with many behind it. */
@org.jspecify.annotations.NullMarked
package io.github.mpesasdk.benchmarks.crowds;
