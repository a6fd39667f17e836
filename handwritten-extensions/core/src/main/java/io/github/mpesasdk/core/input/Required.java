package io.github.mpesasdk.core.input;

import io.github.mpesasdk.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Asks for a setting that the caller must have given. */
public final class Required {

    private Required() {}

    /**
     * A setting of the client.
     *
     * @param builder how callers write the client's builder, for example {@code Daraja.builder()}
     * @throws InvalidInputException if it is missing; says which method of the builder gives it
     */
    public static <T> T setting(@Nullable T value, String call, String builder, String method) {
        if (value == null) {
            throw new InvalidInputException(
                    call, method, "is needed: give it to " + builder + " with " + method + "(...)");
        }
        return value;
    }
}
