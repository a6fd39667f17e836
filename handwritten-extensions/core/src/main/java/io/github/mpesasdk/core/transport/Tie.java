package io.github.mpesasdk.core.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.NoValue;
import io.github.mpesasdk.runtime.Repeats;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an answer repeats what its request said, by the fields that the spec names in {@code x-repeats}. */
sealed interface Tie {

    /** It repeats at least one field, and contradicts none. */
    record Repeated() implements Tie {}

    /** It repeats nothing, so it could belong to any request. */
    record Silent() implements Tie {}

    /** It belongs to another request. */
    record Foreign(String field) implements Tie {}

    static Tie of(Repeats repeats, JsonObject sent, JsonObject answer) {
        boolean repeated = false;
        for (Map.Entry<String, String> pair : repeats.answer().entrySet()) {
            if (isOfAnotherType(answer.get(pair.getKey()))) {
                return new Foreign(pair.getKey());
            }
            Optional<String> told = text(answer, pair.getKey());
            Optional<String> expected = text(sent, pair.getValue());
            if (told.isPresent() && expected.isPresent()) {
                if (!told.equals(expected)) {
                    return new Foreign(pair.getKey());
                }
                repeated = true;
            }
        }
        return repeated ? new Repeated() : new Silent();
    }

    private static boolean isOfAnotherType(@Nullable JsonElement value) {
        return value != null && !value.isJsonPrimitive() && !value.isJsonNull();
    }

    private static Optional<String> text(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !NoValue.is(text));
    }
}
