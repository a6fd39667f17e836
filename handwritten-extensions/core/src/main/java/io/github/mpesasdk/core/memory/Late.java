package io.github.mpesasdk.core.memory;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, because most processes never ask. Two threads that ask at once may
 * make it twice. Thread-safe.
 */
public final class Late<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T value;

    /** @param maker makes equal values each time, and none of them null */
    public Late(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = maker.get();
            value = known;
        }
        return known;
    }
}
