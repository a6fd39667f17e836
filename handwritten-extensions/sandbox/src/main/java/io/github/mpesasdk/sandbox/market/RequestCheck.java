package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Holds a request against its operation, by the words of OpenAPI that our specs use; every input is a flat object.
 *
 * <p>Gateways take text for a number and a number for text, fields that the spec does not know, and an optional field
 * that is empty or null, which is as good as absent: all of that is only remarked.
 */
final class RequestCheck {

    private final SpecOperation operation;
    private final Weighing weighing;
    private final List<Violation> found = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private RequestCheck(SpecOperation operation, Catalogue codes) {
        this.operation = operation;
        this.weighing = new Weighing(operation, codes);
    }

    /**
     * What is wrong, in the order in which the document lists the fields.
     *
     * @param codes those by which the gateway refuses fields
     */
    static List<Violation> violations(SpecOperation operation, MarketRequest request, Catalogue codes) {
        RequestCheck check = new RequestCheck(operation, codes);
        boolean query = operation.method().equals("GET");
        Optional<JsonObject> input = query ? Optional.of(object(request.query())) : JsonObjects.read(request.body());
        input.ifPresentOrElse(check::check, () -> check.found.add(unreadable(request)));
        List<Violation> found = check.oneOfEachField();
        List<String> order = List.copyOf(operation.fields().keySet());
        found.sort(Comparator.comparingInt(violation -> {
            int at = order.indexOf(violation.field());
            return at < 0 ? order.size() : at;
        }));
        return List.copyOf(found);
    }

    private static Violation unreadable(MarketRequest request) {
        return request.fault()
                .map(fault -> Violation.refused("", fault.words(), "inferred"))
                .orElseGet(() -> Violation.refused("", "the body is no JSON object", "documented"));
    }

    /** A value that breaks several limits is one mistake: the first that is refused, else the first. */
    private List<Violation> oneOfEachField() {
        Map<String, Violation> worst = new LinkedHashMap<>();
        found.forEach(violation -> worst.merge(
                violation.field(), violation, (one, other) -> one.isRefused() || !other.isRefused() ? one : other));
        return new ArrayList<>(worst.values());
    }

    private void check(JsonObject input) {
        operation.fields().forEach((name, schema) -> field(name, schema, input.get(name)));
        remarkTypes();
        for (String name : input.keySet()) {
            if (!operation.fields().containsKey(name)) {
                found.add(Violation.remark(name, "is not known" + meant(name)));
            }
        }
        found.addAll(ExtensionRules.violations(operation, input, weighing));
    }

    /** The names have mistakes of their own, such as Occassion, and clients write both. */
    private String meant(String name) {
        return operation.fields().keySet().stream()
                .filter(known -> !known.equals(name) && spelling(known).equals(spelling(name)))
                .findFirst()
                .map(known -> "; the spec has " + known)
                .orElse("");
    }

    /** Without what is mistaken most: capitals, doubled letters, and ie for ei. */
    private static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("(.)\\1", "$1").replace("ei", "ie");
    }

    private void field(String name, SpecSchema schema, JsonElement value) {
        boolean required = operation.input().requires(name);
        if (value == null) {
            if (required) {
                found.add(weighing.missing(name, "is missing"));
            }
        } else if (isEmpty(value)) {
            empty(name, schema, value, required);
        } else if (value instanceof JsonPrimitive primitive && !primitive.isBoolean()) {
            type(name, schema, primitive);
        } else {
            found.add(weighing.unreadable(name, "must be " + expected(schema)));
        }
    }

    private void empty(String name, SpecSchema schema, JsonElement value, boolean required) {
        String what = value.isJsonNull() ? "null" : "empty";
        if (required) {
            found.add(weighing.unreadable(name, "must not be " + what));
        } else if (!(value.isJsonNull() && schema.isNullable())) {
            found.add(Violation.remark(name, "is " + what + ", which is as good as absent"));
        }
    }

    private void type(String name, SpecSchema schema, JsonPrimitive value) {
        String text = value.getAsString();
        boolean integer = schema.isInteger();
        if (integer && !text.matches("-?\\d{1,18}")) {
            found.add(weighing.unreadable(name, "must be " + expected(schema)));
            return;
        }
        if (integer == value.isString()) {
            (integer ? texts : numbers).add(name);
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

    /** One remark, however many fields: who sends numbers as text does it everywhere. */
    private void remarkTypes() {
        List<String> sentences = new ArrayList<>();
        if (!numbers.isEmpty()) {
            sentences.add(String.join(", ", numbers) + (numbers.size() == 1 ? " is a number" : " are numbers")
                    + " where text is documented");
        }
        if (!texts.isEmpty()) {
            sentences.add(String.join(", ", texts) + (texts.size() == 1 ? " is text" : " are text")
                    + " where a number is documented");
        }
        if (!sentences.isEmpty()) {
            found.add(Violation.remark("", String.join("; ", sentences)));
        }
    }

    private void judge(String name, SpecSchema schema, String limit, Predicate<Object> fits) {
        Object value = schema.word(limit);
        if (value != null && !fits.test(value)) {
            found.add(weighing.limit(name, schema, limit, words(schema, limit, value)));
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
            case "minLength" -> "must have at least " + value + " characters";
            case "maxLength" -> "must have at most " + value + " characters";
            default -> "does not fit the " + limit + " " + value;
        };
    }

    private static String expected(SpecSchema schema) {
        return schema.isInteger() ? "a whole number" : "text";
    }

    private static boolean isEmpty(JsonElement value) {
        return value instanceof JsonNull
                || (value instanceof JsonPrimitive primitive
                        && primitive.getAsString().isEmpty());
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
