package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules that our specs write as extensions, because OpenAPI has no words for them: {@code x-minimum} and
 * {@code x-maximum} on amounts sent as text, {@code x-pattern}, {@code x-pattern-by}, {@code x-forbidden-words},
 * {@code x-required-when}, {@code x-requires-one-of}, {@code x-forbidden-when}, {@code x-forbidden-without} and
 * {@code x-not-before}. Written here once more, apart from the client's templates, so that the two check each other.
 */
final class ExtensionRules {

    private final JsonObject input;
    private final Weighing weighing;
    private final List<Violation> found = new ArrayList<>();

    private ExtensionRules(JsonObject input, Weighing weighing) {
        this.input = input;
        this.weighing = weighing;
    }

    static List<Violation> violations(SpecOperation operation, JsonObject input, Weighing weighing) {
        ExtensionRules rules = new ExtensionRules(input, weighing);
        operation.fields().forEach((name, schema) -> rules.text(name).ifPresent(text -> {
            rules.range(name, schema, text);
            rules.words(name, schema, text);
            rules.digits(name, schema, text);
            rules.pattern(name, schema, text, operation.markets());
        }));
        rules.requiredWhen(operation.input().word("x-required-when"));
        rules.requiresOneOf(operation.input().word("x-requires-one-of"));
        rules.forbiddenWhen(operation.input().word("x-forbidden-when"));
        rules.forbiddenWithout(operation.input().word("x-forbidden-without"));
        rules.notBefore(operation.input().word("x-not-before"));
        return rules.found;
    }

    private void range(String name, SpecSchema schema, String text) {
        if (!text.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return; // Not a number: the pattern of the field says so.
        }
        BigDecimal amount = new BigDecimal(text);
        Object minimum = schema.word("x-minimum");
        Object maximum = schema.word("x-maximum");
        if (minimum != null && amount.compareTo(new BigDecimal(minimum.toString())) < 0) {
            judge(name, schema, "x-minimum", "below " + minimum);
        }
        if (maximum != null && amount.compareTo(new BigDecimal(maximum.toString())) > 0) {
            judge(name, schema, "x-maximum", "above " + maximum);
        }
    }

    /** A word between stars is found inside other words too. */
    private void words(String name, SpecSchema schema, String text) {
        for (Object written : SpecDocument.list(schema.word("x-forbidden-words"))) {
            String word = written.toString().replace("*", "");
            String quoted = Pattern.quote(word);
            String expression = written.toString().startsWith("*") ? quoted : "(?<![a-z0-9])" + quoted + "(?![a-z0-9])";
            if (Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find()) {
                judge(name, schema, "x-forbidden-words", "has the word " + word.toUpperCase(Locale.ROOT));
            }
        }
    }

    /** The pattern of the digits of a number, which OpenAPI allows on text only. */
    private void digits(String name, SpecSchema schema, String text) {
        Object pattern = schema.word("x-pattern");
        if (pattern != null && !text.matches(pattern.toString())) {
            judge(name, schema, "x-pattern", "does not match " + pattern);
        }
    }

    /** The narrower pattern of a country, which the numbers of the sandbox need not fit. */
    private void pattern(String name, SpecSchema schema, String text, List<Map<?, ?>> markets) {
        if (!(schema.word("x-pattern-by") instanceof String field)) {
            return;
        }
        String country = text(field).orElse("");
        Object testValues = schema.word("x-sandbox-pattern");
        boolean test = testValues != null && text.matches(testValues.toString());
        boolean fits = markets.stream()
                .filter(market -> country.equals(market.get("country")))
                .allMatch(market -> text.matches(String.valueOf(market.get("msisdn"))));
        if (!fits && !test) {
            judge(name, schema, "x-pattern-by", "does not fit the country");
        }
    }

    private void requiredWhen(@Nullable Object rules) {
        forEach(rules, rule -> {
            if (applies(rule) && text(rule.get("field")).isEmpty()) {
                missing(rule.get("field"), "is missing, with this " + rule.get("when"));
            }
        });
    }

    private void forbiddenWhen(@Nullable Object rules) {
        forEach(rules, rule -> {
            if (applies(rule) && text(rule.get("field")).isPresent()) {
                outOfPlace(rule.get("field"), "must not be sent with this " + rule.get("when"));
            }
        });
    }

    private void forbiddenWithout(@Nullable Object rules) {
        forEach(rules, rule -> {
            if (text(rule.get("without")).isEmpty() && text(rule.get("field")).isPresent()) {
                outOfPlace(rule.get("field"), "must not be sent without " + rule.get("without"));
            }
        });
    }

    private void notBefore(@Nullable Object rules) {
        forEach(rules, rule -> {
            String time = text(rule.get("field")).orElse("");
            String other = text(rule.get("other")).orElse("");
            if (time.length() == other.length() && time.compareTo(other) < 0) {
                String field = String.valueOf(rule.get("field"));
                found.add(weighing.rule(field, "is before " + rule.get("other")));
            }
        });
    }

    private boolean applies(Map<?, ?> rule) {
        return text(rule.get("when"))
                .filter(SpecDocument.list(rule.get("is"))::contains)
                .isPresent();
    }

    private void requiresOneOf(@Nullable Object rule) {
        Collection<?> fields = SpecDocument.list(rule);
        if (!fields.isEmpty() && fields.stream().noneMatch(field -> text(field).isPresent())) {
            missing(fields.iterator().next(), "is missing, and so is every substitute of " + fields);
        }
    }

    /** What was sent in a field; nothing, if it is empty. */
    private Optional<String> text(@Nullable Object name) {
        JsonElement value = input.get(String.valueOf(name));
        return Optional.ofNullable(value)
                .filter(JsonPrimitive.class::isInstance)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isEmpty());
    }

    private void judge(String field, SpecSchema schema, String limit, String why) {
        found.add(weighing.limit(field, schema, limit, why));
    }

    private void outOfPlace(@Nullable Object field, String why) {
        found.add(weighing.outOfPlace(String.valueOf(field), why));
    }

    private void missing(@Nullable Object field, String why) {
        found.add(weighing.missing(String.valueOf(field), why));
    }

    private static void forEach(@Nullable Object rules, Consumer<Map<?, ?>> action) {
        for (Object rule : SpecDocument.list(rules)) {
            if (rule instanceof Map<?, ?> one) {
                action.accept(one);
            }
        }
    }
}
