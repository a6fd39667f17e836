/** What a call costs: whole calls side by side, and pieces of one under JMH. */
@org.jspecify.annotations.NullMarked
package io.github.mpesasdk.benchmarks;
