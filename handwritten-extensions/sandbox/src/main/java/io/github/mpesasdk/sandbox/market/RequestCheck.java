package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Holds a request against its operation, by the words of OpenAPI that our specs use; every input is a flat object.
 *
 * <p>The spec says which JSON type to send, and a request that sends the other is a violation. Gateways are known to
 * take text for a number and a number for text, though, so it is not refused for that. Nor is it for fields that the
 * spec does not know.
 */
final class RequestCheck {

    private final SpecOperation operation;
    private final List<Violation> found = new ArrayList<>();

    private RequestCheck(SpecOperation operation) {
        this.operation = operation;
    }

    /** What is wrong, in the order in which the document lists the fields. */
    static List<Violation> violations(SpecOperation operation, MarketRequest request) {
        RequestCheck check = new RequestCheck(operation);
        boolean query = operation.method().equals("GET");
        String type = request.header("Content-Type");
        if (!query && type != null && !type.regionMatches(true, 0, "application/json", 0, 16)) {
            check.found.add(Violation.invalid("", "the body is not sent as application/json"));
        }
        Optional<JsonObject> input = query ? Optional.of(object(request.query())) : JsonObjects.read(request.body());
        input.ifPresentOrElse(check::check, () -> check.found.add(Violation.invalid("", "the body is no JSON object")));
        List<String> order = List.copyOf(operation.fields().keySet());
        check.found.sort(Comparator.comparingInt(violation -> {
            int at = order.indexOf(violation.field());
            return at < 0 ? order.size() : at;
        }));
        return List.copyOf(check.found);
    }

    private void check(JsonObject input) {
        operation.fields().forEach((name, schema) -> {
            JsonElement value = input.get(name);
            if (value instanceof JsonPrimitive primitive && !primitive.isBoolean()) {
                type(name, schema, primitive);
            } else if (value != null && !(value.isJsonNull() && schema.isNullable())) {
                found.add(Violation.invalid(name, name + " must be " + expected(schema)));
            } else if (value == null && operation.input().requires(name)) {
                found.add(Violation.missing(name, name + " is missing"));
            }
        });
        for (String name : input.keySet()) {
            if (!operation.fields().containsKey(name)) {
                found.add(new Violation(name, name + " is not known", false, false));
            }
        }
        found.addAll(ExtensionRules.violations(operation, input));
    }

    private void type(String name, SpecSchema schema, JsonPrimitive value) {
        String text = value.getAsString();
        boolean integer = schema.isInteger();
        if (integer && !text.matches("-?\\d{1,18}")) {
            found.add(Violation.invalid(name, name + " must be " + expected(schema)));
            return;
        }
        if (integer == value.isString()) {
            found.add(new Violation(name, name + " must be " + expected(schema), false, false));
        }
        if (integer) {
            BigDecimal number = new BigDecimal(text);
            judge(name, schema, "minimum", least -> number.compareTo(decimal(least)) >= 0);
            judge(name, schema, "maximum", most -> number.compareTo(decimal(most)) <= 0);
        } else {
            int length = text.codePointCount(0, text.length());
            judge(name, schema, "minLength", least -> length >= (Integer) least);
            judge(name, schema, "maxLength", most -> length <= (Integer) most);
            judge(name, schema, "pattern", pattern -> Pattern.compile((String) pattern)
                    .matcher(text)
                    .find());
            judge(name, schema, "enum", values -> SpecDocument.list(values).contains(text));
            judge(name, schema, "format", format -> !format.equals("uri") || isUri(text));
        }
    }

    private void judge(String name, SpecSchema schema, String limit, Predicate<Object> fits) {
        Object value = schema.word(limit);
        if (value != null && !fits.test(value)) {
            String words = name + " " + words(schema, limit, value);
            found.add(new Violation(name, words, false, schema.enforces(limit)));
        }
    }

    /** The rule in words rather than as a pattern. */
    private static String words(SpecSchema schema, String limit, Object value) {
        Object hint = schema.word("x-hint");
        if (hint != null) {
            return "must be " + hint;
        }
        return switch (limit) {
            case "enum" -> "must be one of " + value;
            case "minLength" -> value.equals(1) ? "must not be empty" : "must have at least " + value + " characters";
            case "maxLength" -> "must have at most " + value + " characters";
            default -> "does not fit the " + limit + " " + value;
        };
    }

    private static String expected(SpecSchema schema) {
        return schema.isInteger() ? "a whole number" : "text";
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static JsonObject object(Map<String, String> query) {
        JsonObject object = new JsonObject();
        query.forEach(object::addProperty);
        return object;
    }
}
