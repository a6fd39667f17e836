package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonObject;
import java.time.Duration;

/** Reads what comes with a command from another process. */
public final class ControlArgument {

    private ControlArgument() {}

    /**
     * The length of time in {@code {"millis"}}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Duration millis(JsonObject argument) {
        if (!argument.has("millis")) {
            throw new IllegalArgumentException("how many millis?");
        }
        return Duration.ofMillis(argument.get("millis").getAsLong());
    }

    /**
     * The choice in {@code {"form"}}.
     *
     * @throws IllegalArgumentException if there is none, or no such one
     */
    public static <E extends Enum<E>> E form(JsonObject argument, Class<E> forms) {
        if (!argument.has("form")) {
            throw new IllegalArgumentException("which form?");
        }
        return Enum.valueOf(forms, argument.get("form").getAsString());
    }
}
