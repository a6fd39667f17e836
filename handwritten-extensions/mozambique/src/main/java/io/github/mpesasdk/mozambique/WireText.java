package io.github.mpesasdk.mozambique;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.message.NormalForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts as this API sends them: {@code N/A}, in any field, means that the field is absent. */
final class WireText {

    private static final String ABSENT = "N/A";

    private WireText() {}

    /** Starts the normal form of a body. */
    static NormalForm form(String kind) {
        return new NormalForm(kind, ABSENT);
    }

    /** The text, unless it is missing, blank or {@code N/A}. */
    static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank() && !value.equals(ABSENT));
    }

    /** The first of these fields that holds something. */
    static Optional<String> in(JsonObject object, String... fields) {
        return Arrays.stream(fields)
                .map(object::get)
                .flatMap(value -> text(value).stream())
                .findFirst();
    }

    /** Every field that holds something, by wire name. */
    static Map<String, String> all(JsonElement object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.getAsJsonObject().entrySet().forEach(field -> text(field.getValue())
                .ifPresent(text -> texts.put(field.getKey(), text)));
        return texts;
    }

    private static Optional<String> text(@Nullable JsonElement value) {
        return value != null && value.isJsonPrimitive() ? present(value.getAsString()) : Optional.empty();
    }
}
