package io.github.mpesasdk.conformance.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.conformance.SecretScan;
import io.github.mpesasdk.conformance.Sensitive;
import io.github.mpesasdk.conformance.Spec;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes everything out of an answer that could be secret or personal. Fails closed: what the spec does not know is
 * masked, what it calls sensitive becomes its example, and what looks like a number or secret goes all the same.
 */
final class Redactor {

    private static final String MASK = "***";

    private final Spec spec;
    private final Sensitive sensitive;
    private final SecretScan scan = SecretScan.ofCases();
    private final Set<String> knownTexts = new LinkedHashSet<>();

    Redactor(Spec spec, Spec codes) {
        this.spec = spec;
        this.sensitive = new Sensitive(spec);
        spec.everywhere("errorMessage").stream()
                .filter(JsonElement::isJsonPrimitive)
                .forEach(this::know);
        codes.everywhere("message").stream()
                .filter(JsonElement::isJsonPrimitive)
                .forEach(this::know);
    }

    private void know(JsonElement text) {
        knownTexts.add(text.getAsString());
    }

    /**
     * The answer, judged by a named schema.
     *
     * @param isPublic whether a text is known to everybody, whatever field it stands in
     */
    JsonElement redacted(JsonElement answer, String schema, Predicate<String> isPublic) {
        return redacted(answer, spec.schema(schema), isPublic);
    }

    private JsonElement redacted(JsonElement value, @Nullable JsonObject property, Predicate<String> isPublic) {
        if (property != null && value instanceof JsonPrimitive scalar && isPublic.test(scalar.getAsString())) {
            return value;
        }
        if (property == null) {
            return new JsonPrimitive(MASK);
        }
        JsonObject schema = spec.resolve(property);
        if (sensitive.isMarked(property) || sensitive.isWords(property)) {
            return value instanceof JsonPrimitive scalar ? hidden(scalar, schema) : new JsonPrimitive(MASK);
        }
        if (value instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.entrySet()
                    .forEach(field -> copy.add(
                            field.getKey(), redacted(field.getValue(), inner(schema, field.getKey()), isPublic)));
            return copy;
        }
        if (value instanceof JsonArray list) {
            JsonArray copy = new JsonArray();
            list.forEach(each -> copy.add(redacted(each, schema.getAsJsonObject("items"), isPublic)));
            return copy;
        }
        return value instanceof JsonPrimitive scalar && !scan.findings(scalar).isEmpty()
                ? example(scalar, schema)
                : value;
    }

    private static @Nullable JsonObject inner(JsonObject schema, String field) {
        return Optional.ofNullable(schema.getAsJsonObject("properties"))
                .map(properties -> properties.getAsJsonObject(field))
                .orElse(null);
    }

    /** The longest text that the specs print and that occurs in it; else the example of its own property. */
    private JsonElement hidden(JsonPrimitive scalar, JsonObject schema) {
        String text = scalar.getAsString().toLowerCase(Locale.ROOT);
        Optional<String> known = knownTexts.stream()
                .filter(each -> text.contains(each.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length));
        if (known.isPresent()) {
            return new JsonPrimitive(known.get());
        }
        JsonElement example = example(scalar, schema);
        // The example of an error message is a message that the gateway did not send.
        return knownTexts.contains(example.getAsString()) ? new JsonPrimitive(MASK) : example;
    }

    private static JsonElement example(JsonPrimitive scalar, JsonObject schema) {
        JsonElement example = schema.get("example");
        boolean fits = example instanceof JsonPrimitive other && other.isString() == scalar.isString();
        return fits ? example : new JsonPrimitive(MASK);
    }
}
