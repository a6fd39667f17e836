package io.github.mpesasdk.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A set of known values that a gateway may extend without telling us. An unknown value is kept as it came and can be
 * read; it is refused when somebody tries to send it.
 */
public abstract class OpenEnum {

    private final String value;
    private final boolean known;

    protected OpenEnum(String value, boolean known) {
        this.value = value;
        this.known = known;
    }

    /** Indexes the constants of a generated class by their wire value. */
    protected static <E extends OpenEnum> Map<String, E> index(List<E> constants) {
        Map<String, E> byValue = new LinkedHashMap<>();
        for (E constant : constants) {
            byValue.put(constant.value(), constant);
        }
        return byValue;
    }

    /** Reads any text; writes the wire value. */
    protected static <E extends OpenEnum> ScalarAdapter<E> adapter(Function<String, E> of) {
        return new ScalarAdapter<>() {
            @Override
            public E parse(String text) {
                return of.apply(text);
            }

            @Override
            public String print(E value) {
                return value.value();
            }
        };
    }

    /** The wire value. */
    public final String value() {
        return value;
    }

    /** Whether the spec lists this value. */
    public final boolean isKnown() {
        return known;
    }

    /** Every value that the spec lists, in its order. */
    protected abstract List<? extends OpenEnum> listed();

    @Override
    public final boolean equals(Object other) {
        return other instanceof OpenEnum that && getClass() == that.getClass() && value.equals(that.value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return value;
    }
}
