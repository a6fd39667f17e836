/** The gateway that all variants call, in a process of its own. */
@org.jspecify.annotations.NullMarked
package io.github.mpesasdk.benchmarks.server;
