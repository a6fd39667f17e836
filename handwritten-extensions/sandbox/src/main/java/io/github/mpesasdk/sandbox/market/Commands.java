package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

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
        return with(
                name,
                argument -> action.accept(
                        Enum.valueOf(forms, member(argument, "form").getAsString())));
    }

    /** Adds a command that comes with a length of time in {@code {"millis"}}. */
    public Commands millis(String name, Consumer<Duration> action) {
        return with(
                name,
                argument -> action.accept(
                        Duration.ofMillis(member(argument, "millis").getAsLong())));
    }

    /**
     * Does what a command asks.
     *
     * @throws IllegalArgumentException if there is no such command, or the argument is wrong
     */
    public void run(String name, JsonObject argument) {
        Consumer<JsonObject> action = actions.get(name);
        if (action == null) {
            throw new IllegalArgumentException("no command " + name + "; there are " + actions.keySet());
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
                .orElseThrow(() -> new IllegalArgumentException("which " + name + "?"));
    }
}
