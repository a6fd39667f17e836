package io.github.mpesasdk.core.input;

import io.github.mpesasdk.InvalidInputException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that one client knows or computes, and puts into requests where the caller left it out.
 *
 * @param value what goes into this request; null where it has nothing to put there. Throws
 *     {@link InvalidInputException} where what the client has does not go with what the caller said
 * @param setting the setting that it comes from, as callers give it to the builder; null where it comes from none, or
 *     from one that was judged when the client was built
 * @param isMissing whether that setting was not given, so that there is no value
 */
public record Source(
        Function<CallInput, @Nullable String> value,
        @Nullable String setting,
        boolean isMissing) {

    /** A value that is the same for every request, or is made anew for each. */
    public static Source of(Function<CallInput, @Nullable String> value) {
        return new Source(value, null, false);
    }

    /**
     * What comes of a setting.
     *
     * @param setting null if it was not given
     * @param name the method of the builder that gives it
     */
    public static <S> Source of(@Nullable S setting, String name, Function<S, String> value) {
        return setting == null ? missing(name) : new Source(input -> value.apply(setting), name, false);
    }

    /** A value that there is not, because this setting was not given. */
    public static Source missing(String setting) {
        return new Source(input -> null, setting, true);
    }
}
