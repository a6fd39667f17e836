package io.github.mpesasdk.benchmarks.calls;

/** One way to send an STK push and read its acknowledgement, on the caller's thread. Safe for many threads. */
public interface Variant extends AutoCloseable {

    /** For the table. */
    String title();

    /** Sends one push; the number makes it different from others. */
    void push(int number) throws Exception;

    @Override
    void close();
}
