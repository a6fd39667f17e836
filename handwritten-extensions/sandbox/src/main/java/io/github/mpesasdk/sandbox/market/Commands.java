package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What another process may ask of a market, by name. */
public final class Commands {

    private final Map<String, Consumer<JsonObject>> actions = new TreeMap<>();

    /** Adds a command that says nothing more. */
    public Commands on(String name, Runnable action) {
        return with(name, argument -> action.run());
    }

    /** Adds a command that comes with an object. */
    public Commands with(String name, Consumer<JsonObject> action) {
        actions.put(name, action);
        return this;
    }

    /** Adds a command that comes with {@code {"form"}}, one of a few. */
    public <E extends Enum<E>> Commands form(String name, Class<E> forms, Consumer<E> action) {
        return with(name, argument -> action.accept(oneOf(forms, "form", member(argument, "form"))));
    }

    /** Adds a command that comes with {@code {"on"}}, true or false. */
    public Commands flag(String name, Consumer<Boolean> action) {
        return with(name, argument -> action.accept(bool(argument, "on")));
    }

    /** Adds a command that comes with a length of time in {@code {"millis"}}. */
    public Commands millis(String name, Consumer<Duration> action) {
        return with(name, argument -> action.accept(Duration.ofMillis(number(argument, "millis"))));
    }

    /** What there is. */
    public Set<String> names() {
        return actions.keySet();
    }

    /**
     * Does what a command asks.
     *
     * @throws IllegalArgumentException if there is no such command, or the argument is wrong
     */
    public void run(String name, JsonObject argument) {
        Consumer<JsonObject> action = actions.get(name);
        if (action == null) {
            throw new IllegalArgumentException("no command " + name + "; there are " + names());
        }
        action.accept(argument);
    }

    /**
     * What an argument says under a name.
     *
     * @throws IllegalArgumentException if it says nothing there
     */
    public static JsonElement member(JsonObject argument, String name) {
        return Optional.ofNullable(argument.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    /**
     * A text that an argument has under a name.
     *
     * @throws IllegalArgumentException if it has none there
     */
    public static String text(JsonObject argument, String name) {
        return primitive(argument, name, JsonPrimitive::isString, "text").getAsString();
    }

    /**
     * A code that an argument has under a name, as text or as a number.
     *
     * @throws IllegalArgumentException if it has none there
     */
    public static String code(JsonObject argument, String name) {
        return primitive(argument, name, value -> !value.isBoolean(), "text or a number")
                .getAsString();
    }

    /**
     * A whole number from 0 that an argument has under a name.
     *
     * @throws IllegalArgumentException if it has none there
     */
    public static long number(JsonObject argument, String name) {
        return primitive(argument, name, value -> value.getAsString().matches("\\d{1,12}"), "a whole number from 0")
                .getAsLong();
    }

    /**
     * True or false, as an argument has it under a name.
     *
     * @throws IllegalArgumentException if it has neither there
     */
    public static boolean bool(JsonObject argument, String name) {
        return primitive(argument, name, JsonPrimitive::isBoolean, "true or false")
                .getAsBoolean();
    }

    /**
     * One of a few.
     *
     * @throws IllegalArgumentException if it is none of them; the message lists them
     */
    public static <E extends Enum<E>> E oneOf(Class<E> constants, String name, JsonElement value) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> value.equals(new JsonPrimitive(constant.name())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must be one of " + Arrays.toString(constants.getEnumConstants())));
    }

    private static JsonPrimitive primitive(
            JsonObject argument, String name, Predicate<JsonPrimitive> fits, String words) {
        if (member(argument, name) instanceof JsonPrimitive value && fits.test(value)) {
            return value;
        }
        throw new IllegalArgumentException(name + " must be " + words);
    }
}
