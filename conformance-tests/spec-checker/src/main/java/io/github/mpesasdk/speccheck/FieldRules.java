package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is required, and a rule about several fields of a request, names fields that are there. */
final class FieldRules {

    private static final List<String> OF_ONE_FIELD =
            List.of("x-required-when", "x-forbidden-when", "x-forbidden-without", "x-not-before");
    private static final List<String> FIELDS = List.of("field", "when", "without", "other");

    private final SpecDocument document;
    private final List<Mistake> mistakes = new ArrayList<>();

    private FieldRules(SpecDocument document) {
        this.document = document;
    }

    static List<Mistake> mistakes(SpecDocument document) {
        FieldRules rules = new FieldRules(document);
        document.everywhere((pointer, node) -> {
            if (Place.SCHEMA.is(pointer, node)) {
                rules.check(pointer, node, node.path("properties"));
                rules.required(pointer, node);
            }
        });
        document.operations()
                .forEach((pointer, definition) -> rules.check(
                        pointer,
                        definition,
                        new Operation(document, definition).request().path("properties")));
        return rules.mistakes;
    }

    private void check(String pointer, JsonNode rules, JsonNode fields) {
        JsonNode oneOf = rules.path("x-requires-one-of");
        for (int each = 0; each < oneOf.size(); each++) {
            exists(pointer + "/x-requires-one-of/" + each, oneOf.get(each), fields);
        }
        for (String extension : OF_ONE_FIELD) {
            JsonNode rows = rules.path(extension);
            for (int each = 0; each < rows.size(); each++) {
                for (String name : FIELDS) {
                    JsonNode field = rows.get(each).path(name);
                    exists(pointer + "/" + extension + "/" + each + "/" + name, field, fields);
                }
            }
        }
    }

    private void required(String pointer, JsonNode schema) {
        JsonNode names = schema.path("required");
        for (int each = 0; each < names.size(); each++) {
            exists(pointer + "/required/" + each, names.get(each), schema.path("properties"));
        }
    }

    private void exists(String pointer, JsonNode field, JsonNode fields) {
        if (field.isTextual() && !fields.has(field.asText())) {
            mistakes.add(document.mistake(pointer, "there is no field " + field.asText()));
        }
    }
}
