/** What the first call of a process costs, the start of the JVM included. */
@org.jspecify.annotations.NullMarked
package io.github.mpesasdk.benchmarks.start;
