package io.github.mpesasdk.core.settings;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses null at once where a setting wants a value, by the names that the caller knows. Later, it would mean that
 * nothing was set, or fail at the first payment. Used by one thread.
 */
public final class Given {

    private final String builder;
    private final String instead;
    private final List<Violation> nulls = new ArrayList<>();

    private Given(String builder, String instead) {
        this.builder = builder;
        this.instead = instead;
    }

    /**
     * What a method is given that need not be called.
     *
     * @param builder how callers write the builder, for example {@code Daraja.builder()}
     * @param method the method, for example {@code payBill}
     */
    public static Given to(String builder, String method) {
        return new Given(builder, ", or leave " + method + "(...) out");
    }

    /** The value of a setting that has the name of its method, which need not be called. */
    public static <T> T value(String builder, String method, @Nullable T value) {
        return to(builder, method).only(method, value);
    }

    /** The value of a setting without which there is nothing to build. */
    public static <T> T needed(String builder, String setting, @Nullable T value) {
        return new Given(builder, "").only(setting, value);
    }

    private <T> T only(String setting, @Nullable T value) {
        with(setting, value).check();
        return Objects.requireNonNull(value);
    }

    /** One of the values, by the caller's word. */
    public Given with(String setting, @Nullable Object value) {
        if (value == null) {
            nulls.add(new Violation(setting, "is null: give a value" + instead));
        }
        return this;
    }

    /** Any number of values, of which none may be null. */
    public Given withAll(String setting, @Nullable Object @Nullable [] values) {
        if (values == null) {
            nulls.add(new Violation(setting, "is null: give a value, or leave it out"));
        } else if (Arrays.stream(values).anyMatch(Objects::isNull)) {
            nulls.add(new Violation(setting, "has a null among its values: leave that out"));
        }
        return this;
    }

    /**
     * Ends the check.
     *
     * @throws InvalidInputException naming each value that is null
     */
    public void check() {
        if (!nulls.isEmpty()) {
            throw new InvalidInputException(builder, nulls);
        }
    }
}
