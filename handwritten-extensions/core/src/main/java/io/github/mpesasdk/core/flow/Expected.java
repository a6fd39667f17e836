package io.github.mpesasdk.core.flow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.callback.SameValue;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.runtime.NoValue;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Repeat;
import io.github.mpesasdk.runtime.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the callbacks of one request have to repeat: a few ids and an amount, and nothing else of the request, which has
 * secrets. {@code toString} hides it. Immutable.
 */
final class Expected {

    /** Nothing is known that they would have to repeat. */
    static final Expected NOTHING = new Expected(List.of(), new String[0]);

    private static final Set<Role> KEPT = Set.of(Role.KEY, Role.ID, Role.AMOUNT, Role.REQUEST, Role.TRANSACTION);

    private final List<Repeat> repeats;
    // The expected text of each repetition, null where none is known; never changed.
    private final @Nullable String[] values;

    private Expected(List<Repeat> repeats, @Nullable String[] values) {
        this.repeats = repeats;
        this.values = values;
    }

    /** What is to be expected after a request was made. */
    static Expected of(Operation<?, ?> operation, JsonObject request) {
        return NOTHING.with(operation, request, false);
    }

    /** What a journal kept of it. */
    static Expected of(Operation<?, ?> operation, Map<String, String> kept) {
        List<Repeat> all = operation.repeats().callback();
        return new Expected(
                all, all.stream().map(repeat -> kept.get(repeat.name())).toArray(String[]::new));
    }

    /** The same, with what an answer adds. */
    Expected and(Operation<?, ?> operation, JsonObject answer) {
        return with(operation, answer, true);
    }

    private Expected with(Operation<?, ?> operation, JsonObject fields, boolean areOfAnswer) {
        List<Repeat> all = operation.repeats().callback();
        @Nullable String[] more = Arrays.copyOf(values, all.size());
        for (int at = 0; at < more.length; at++) {
            Repeat repeat = all.get(at);
            JsonElement value = repeat.isOfAnswer() == areOfAnswer ? fields.get(repeat.field()) : null;
            if (value != null && value.isJsonPrimitive() && !NoValue.is(value.getAsString())) {
                more[at] = value.getAsString();
            }
        }
        return new Expected(all, more);
    }

    /** The part that a journal keeps: ids and amounts. */
    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        for (int at = 0; at < values.length; at++) {
            String value = values[at];
            if (value != null && KEPT.contains(repeats.get(at).role())) {
                kept.put(repeats.get(at).name(), value);
            }
        }
        return kept;
    }

    /** The name of something in a message that differs from what was expected; empty if nothing does. */
    Optional<String> misfit(Told message) {
        return IntStream.range(0, values.length)
                .filter(at -> differs(repeats.get(at), values[at], message))
                .mapToObj(at -> repeats.get(at).name())
                .sorted()
                .findFirst();
    }

    private static boolean differs(Repeat repeat, @Nullable String value, Told message) {
        String name = repeat.name();
        Stream<String> texts = repeat.isAmount() ? amounts(message, name) : message.texts(name);
        return value != null && (texts.anyMatch(told -> !SameValue.test(told, value)) || message.isOfAnotherType(name));
    }

    /** Every amount of the payment in a message, under whichever name it has it. */
    static Stream<String> amounts(Told message, String name) {
        return Stream.concat(
                message.texts(name), message.all(Role.AMOUNT).stream().map(Told.Named::text));
    }

    /** Whether a message repeats something that only the gateway and this client know. */
    boolean isVouchedFor(Told message) {
        return IntStream.range(0, values.length)
                .filter(at -> repeats.get(at).isOfAnswer() && values[at] != null)
                .anyMatch(at -> message.text(repeats.get(at).name())
                        .filter(told -> told.equals(values[at]))
                        .isPresent());
    }

    @Override
    public String toString() {
        return "Expected" + repeats.stream().map(Repeat::name).toList();
    }
}
