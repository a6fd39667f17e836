package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that our specs write as extensions, because OpenAPI has no words for them: {@code x-minimum} and
 * {@code x-maximum} on amounts sent as text, {@code x-forbidden-words}, {@code x-required-when} and
 * {@code x-requires-one-of}. Written here once more, apart from the client's templates, so that the two check each
 * other.
 */
final class ExtensionRules {

    private final JsonObject body;
    private final List<Violation> found = new ArrayList<>();

    private ExtensionRules(JsonObject body) {
        this.body = body;
    }

    static List<Violation> violations(SpecOperation operation, JsonObject body) {
        ExtensionRules rules = new ExtensionRules(body);
        operation.fields().forEach((name, schema) -> rules.text(name).ifPresent(text -> {
            rules.range(name, schema, text);
            rules.words(name, schema, text);
        }));
        rules.requiredWhen(extension(operation.body(), "x-required-when"));
        rules.requiresOneOf(extension(operation.body(), "x-requires-one-of"));
        return rules.found;
    }

    private void range(String name, Schema<?> schema, String text) {
        if (!text.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return; // Not a number: the pattern of the field says so.
        }
        BigDecimal amount = new BigDecimal(text);
        Object minimum = extension(schema, "x-minimum");
        Object maximum = extension(schema, "x-maximum");
        if (minimum != null && amount.compareTo(new BigDecimal(minimum.toString())) < 0) {
            refuse(name, "below " + minimum);
        }
        if (maximum != null && amount.compareTo(new BigDecimal(maximum.toString())) > 0) {
            refuse(name, "above " + maximum);
        }
    }

    private void words(String name, Schema<?> schema, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Object word : list(extension(schema, "x-forbidden-words"))) {
            if (lower.contains(word.toString().toLowerCase(Locale.ROOT))) {
                refuse(name, "holds the forbidden word " + word);
            }
        }
    }

    private void requiredWhen(@Nullable Object rules) {
        for (Object rule : list(rules)) {
            if (rule instanceof Map<?, ?> when) {
                String field = String.valueOf(when.get("field"));
                String other = String.valueOf(when.get("when"));
                boolean applies = text(other)
                        .filter(value -> list(when.get("is")).contains(value))
                        .isPresent();
                if (applies && text(field).isEmpty()) {
                    refuse(field, "is missing, with this " + other);
                }
            }
        }
    }

    private void requiresOneOf(@Nullable Object rule) {
        Collection<?> fields = list(rule);
        if (!fields.isEmpty()
                && fields.stream().noneMatch(field -> text(field.toString()).isPresent())) {
            refuse(fields.iterator().next().toString(), "is missing, and so is every substitute of " + fields);
        }
    }

    private Optional<String> text(String name) {
        JsonElement value = body.get(name);
        return value instanceof JsonPrimitive primitive ? Optional.of(primitive.getAsString()) : Optional.empty();
    }

    private void refuse(String field, String why) {
        found.add(new Violation(field, field + " " + why, true));
    }

    private static @Nullable Object extension(Schema<?> schema, String name) {
        return schema.getExtensions() == null ? null : schema.getExtensions().get(name);
    }

    private static Collection<?> list(@Nullable Object value) {
        return value instanceof Collection<?> collection ? collection : List.of();
    }
}
