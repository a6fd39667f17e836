package io.github.mpesasdk.core.flow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.callback.SameValue;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the callbacks of one request have to repeat: a few ids and an amount, and nothing else of the request, which has
 * secrets. {@code toString} hides it. Immutable.
 *
 * @param values the expected text by its name in the callback
 * @param answered the names of those that only the gateway and this client know, because it answered them
 * @param amounts the names under which the amount of the request is repeated
 */
record Expected(Map<String, String> values, Set<String> answered, Set<String> amounts) {

    Expected {
        values = Map.copyOf(values);
        answered = Set.copyOf(answered);
        amounts = Set.copyOf(amounts);
    }

    /** Nothing is known that they would have to repeat. */
    static final Expected NOTHING = new Expected(Map.of(), Set.of(), Set.of());

    private static final Set<Role> KEPT = Set.of(Role.KEY, Role.ID, Role.AMOUNT, Role.REQUEST, Role.TRANSACTION);
    private static final String REQUEST = "request.";

    /**
     * What is to be expected after a request, and later after its answer.
     *
     * @param answer the fields of the answer; empty before it came
     */
    static Expected of(Operation<?, ?> operation, JsonObject request, JsonObject answer) {
        Map<String, String> values = new HashMap<>();
        Set<String> answered = new HashSet<>();
        for (Map.Entry<String, String> pair : operation.repeats().callback().entrySet()) {
            boolean isSent = pair.getValue().startsWith(REQUEST);
            JsonElement value = (isSent ? request : answer).get(field(pair.getValue()));
            if (value != null && value.isJsonPrimitive() && !isAbsent(value.getAsString())) {
                values.put(pair.getKey(), value.getAsString());
                if (!isSent) {
                    answered.add(pair.getKey());
                }
            }
        }
        return new Expected(values, answered, amountsOf(operation));
    }

    private static String field(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    /** What a journal kept of it. */
    static Expected of(Operation<?, ?> operation, Map<String, String> repeats) {
        Set<String> answered = operation.repeats().callback().entrySet().stream()
                .filter(pair -> !pair.getValue().startsWith(REQUEST) && repeats.containsKey(pair.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        return new Expected(repeats, answered, amountsOf(operation));
    }

    /** The part that a journal keeps: ids and amounts. */
    Map<String, String> kept(Operation<?, ?> operation) {
        Map<String, String> kept = new HashMap<>(values);
        Map<String, String> paths = operation.repeats().callback();
        kept.keySet().removeIf(name -> !isKept(operation, paths.getOrDefault(name, "")));
        return kept;
    }

    private static boolean isKept(Operation<?, ?> operation, String path) {
        RecordAdapter<?> adapter = path.startsWith(REQUEST) ? operation.requestAdapter() : operation.answerAdapter();
        String name = field(path);
        for (Field field : adapter.fields()) {
            if (field.name().equals(name)) {
                return KEPT.contains(field.role());
            }
        }
        return false;
    }

    /** The names under which callbacks of an operation repeat the amount of its request. */
    static Set<String> amountsOf(Operation<?, ?> operation) {
        Set<String> names = new HashSet<>();
        operation.repeats().callback().forEach((name, path) -> {
            if (path.startsWith(REQUEST) && isAmount(operation, path.substring(REQUEST.length()))) {
                names.add(name);
            }
        });
        return names;
    }

    private static boolean isAmount(Operation<?, ?> operation, String name) {
        for (Field field : operation.requestAdapter().fields()) {
            if (field.role() == Role.AMOUNT && field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbsent(String text) {
        return text.isBlank() || text.equals("N/A");
    }

    /** The same, with what an answer adds. */
    Expected and(Expected later) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(later.values());
        return new Expected(all, later.answered(), amounts);
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
        return amounts.contains(name) ? amounts(message, name) : message.texts(name);
    }

    /** Every amount of the payment in a message, under whichever name it has it. */
    static Stream<String> amounts(Told message, String name) {
        return Stream.concat(
                message.texts(name), message.all(Role.AMOUNT).stream().map(Told.Named::text));
    }

    /** Whether a message repeats something that only the gateway and this client know. */
    boolean isVouchedFor(Told message) {
        return answered.stream().anyMatch(name -> message.text(name)
                .filter(told -> told.equals(values.get(name)))
                .isPresent());
    }

    @Override
    public String toString() {
        return "Expected" + values.keySet();
    }
}
