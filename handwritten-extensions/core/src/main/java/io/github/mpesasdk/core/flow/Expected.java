package io.github.mpesasdk.core.flow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.callback.SameValue;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.runtime.NoValue;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Repeat;
import io.github.mpesasdk.runtime.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the callbacks of one request have to repeat: a few ids and an amount, and nothing else of the request, which has
 * secrets. {@code toString} hides it. Immutable.
 */
final class Expected {

    /** Nothing is known that they would have to repeat. */
    static final Expected NOTHING = new Expected(List.of(), Map.of());

    private static final Set<Role> KEPT = Set.of(Role.KEY, Role.ID, Role.AMOUNT, Role.REQUEST, Role.TRANSACTION);

    private final List<Repeat> repeats;
    // The expected text by its name in the callback; never changed.
    private final Map<String, String> values;

    private Expected(List<Repeat> repeats, Map<String, String> values) {
        this.repeats = repeats;
        this.values = values;
    }

    /** What is to be expected after a request was made. */
    static Expected of(Operation<?, ?> operation, JsonObject request) {
        return NOTHING.with(operation, request, false);
    }

    /** What a journal kept of it. */
    static Expected of(Operation<?, ?> operation, Map<String, String> kept) {
        return new Expected(operation.repeats().callback(), Map.copyOf(kept));
    }

    /** The same, with what an answer adds. */
    Expected and(Operation<?, ?> operation, JsonObject answer) {
        return with(operation, answer, true);
    }

    private Expected with(Operation<?, ?> operation, JsonObject fields, boolean areOfAnswer) {
        List<Repeat> all = operation.repeats().callback();
        Map<String, String> more = new HashMap<>(values);
        for (Repeat repeat : all) {
            JsonElement value = repeat.isOfAnswer() == areOfAnswer ? fields.get(repeat.field()) : null;
            if (value != null && value.isJsonPrimitive() && !NoValue.is(value.getAsString())) {
                more.put(repeat.name(), value.getAsString());
            }
        }
        return new Expected(all, more);
    }

    /** The part that a journal keeps: ids and amounts. */
    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        for (Repeat repeat : repeats) {
            String value = values.get(repeat.name());
            if (value != null && KEPT.contains(repeat.role())) {
                kept.put(repeat.name(), value);
            }
        }
        return kept;
    }

    /** The name of something in a message that differs from what was expected; empty if nothing does. */
    Optional<String> misfit(Told message) {
        return values.entrySet().stream()
                .filter(pair -> texts(message, pair.getKey()).anyMatch(told -> !SameValue.test(told, pair.getValue()))
                        || message.isOfAnotherType(pair.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private Stream<String> texts(Told message, String name) {
        return repeats.stream()
                        .anyMatch(repeat -> repeat.isAmount() && repeat.name().equals(name))
                ? amounts(message, name)
                : message.texts(name);
    }

    /** Every amount of the payment in a message, under whichever name it has it. */
    static Stream<String> amounts(Told message, String name) {
        return Stream.concat(
                message.texts(name), message.all(Role.AMOUNT).stream().map(Told.Named::text));
    }

    /** Whether a message repeats something that only the gateway and this client know. */
    boolean isVouchedFor(Told message) {
        return repeats.stream().filter(Repeat::isOfAnswer).map(Repeat::name).anyMatch(name -> message.text(name)
                .filter(told -> told.equals(values.get(name)))
                .isPresent());
    }

    @Override
    public String toString() {
        return "Expected" + values.keySet();
    }
}
