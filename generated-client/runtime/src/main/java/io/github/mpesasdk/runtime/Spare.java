package io.github.mpesasdk.runtime;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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

    /** Uses it. The use leaves nothing in it that another one must not see; one that throws leaves it to nobody. */
    public <R> R use(Function<T, R> use) {
        T kept = idle.getAndSet(null);
        T mine = kept != null ? kept : make.get();
        R result = use.apply(mine);
        idle.set(mine);
        return result;
    }
}
