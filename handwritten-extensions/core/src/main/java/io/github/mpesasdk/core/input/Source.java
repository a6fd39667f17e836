package io.github.mpesasdk.core.input;

import io.github.mpesasdk.InvalidInputException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that one client knows or computes, and puts into requests where the caller left it out.
 *
 * @param value what goes into this request; null where it has nothing to put there. Throws
 *     {@link InvalidInputException} where what the client has does not go with what the caller said
 * @param missing the setting without which there is no value, as callers give it to the builder; null where it was
 *     given
 */
public record Source(
        Function<CallInput, @Nullable String> value,
        @Nullable String missing) {

    /** A value that is the same for every request, or is made anew for each. */
    public static Source of(Function<CallInput, @Nullable String> value) {
        return new Source(value, null);
    }

    /**
     * What comes of a setting.
     *
     * @param setting null if it was not given
     * @param name the method of the builder that gives it
     */
    public static <S> Source of(@Nullable S setting, String name, Function<S, String> value) {
        return setting == null ? missing(name) : of(input -> value.apply(setting));
    }

    /** A value that there is not, because this setting was not given. */
    public static Source missing(String setting) {
        return new Source(input -> null, setting);
    }
}
