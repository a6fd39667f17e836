package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Asks a draft for a value that the caller must have given. */
final class Required {

    private Required() {}

    /** The value, or an error that says which method of which call gives it. */
    static <T> T value(@Nullable T value, String call, String method) {
        if (value == null) {
            throw new InvalidInputException(call, method, "is required: give it with " + method + "(...)");
        }
        return value;
    }

    /** The value, or an error that says which method of the client's builder gives it. */
    static <T> T setting(@Nullable T value, String call, String builderMethod) {
        if (value == null) {
            throw new InvalidInputException(
                    call,
                    builderMethod,
                    "is needed: give it to VodacomOpenApi.builder() with " + builderMethod + "(...)");
        }
        return value;
    }
}
