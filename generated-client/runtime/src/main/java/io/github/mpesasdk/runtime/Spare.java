package io.github.mpesasdk.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thing that costs more to make than to use, and that only one thread can use at a time. It is kept for the next; a
 * thread that comes while it is used makes another. Thread-safe.
 */
public final class Spare<T> {

    private final Supplier<T> make;
    private final AtomicReference<@Nullable T> idle = new AtomicReference<>();

    /** Makes the first when it is needed. */
    public Spare(Supplier<T> make) {
        this.make = make;
    }

    /** The kept one, or another. */
    public T take() {
        T kept = idle.getAndSet(null);
        return kept != null ? kept : make.get();
    }

    /** Gives it back for the next, with nothing in it that another use must not see; after an error it is not given. */
    public void give(T used) {
        idle.set(used);
    }
}
