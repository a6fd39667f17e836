package io.github.mpesasdk.core.flow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.callback.SameValue;
import io.github.mpesasdk.runtime.Repeats;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the callbacks of one request have to repeat: a few ids and an amount, and nothing else of the request, which has
 * secrets. {@code toString} hides it. Immutable.
 *
 * @param values the expected text by its name in the callback
 * @param answered the names of those that only the gateway and this client know, because it answered them
 */
record Expected(Map<String, String> values, Set<String> answered) {

    private static final String REQUEST = "request.";

    /**
     * What is to be expected after a request, and later after its answer.
     *
     * @param repeats what the spec says
     * @param answer the fields of the answer; empty before it came
     */
    static Expected of(Repeats repeats, JsonObject request, JsonObject answer) {
        Map<String, String> values = new HashMap<>();
        Set<String> answered = new HashSet<>();
        repeats.callback().forEach((name, path) -> {
            boolean isSent = path.startsWith(REQUEST);
            JsonElement value = (isSent ? request : answer).get(path.substring(path.indexOf('.') + 1));
            if (value != null && value.isJsonPrimitive() && !isAbsent(value.getAsString())) {
                values.put(name, value.getAsString());
                if (!isSent) {
                    answered.add(name);
                }
            }
        });
        return new Expected(Map.copyOf(values), Set.copyOf(answered));
    }

    private static boolean isAbsent(String text) {
        return text.isBlank() || text.equals("N/A");
    }

    /** The same, with what an answer adds. */
    Expected and(Expected later) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(later.values());
        return new Expected(Map.copyOf(all), later.answered());
    }

    /** The name of something in a message that differs from what was expected; empty if nothing does. */
    Optional<String> misfit(Message<?> message) {
        return values.entrySet().stream()
                .filter(pair -> message.texts(pair.getKey()).anyMatch(told -> !SameValue.test(told, pair.getValue()))
                        || message.isOfAnotherType(pair.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** Whether a message repeats something that only the gateway and this client know. */
    boolean isVouchedFor(Message<?> message) {
        return answered.stream().anyMatch(name -> message.text(name)
                .filter(told -> told.equals(values.get(name)))
                .isPresent());
    }

    @Override
    public String toString() {
        return "Expected" + values.keySet();
    }
}
