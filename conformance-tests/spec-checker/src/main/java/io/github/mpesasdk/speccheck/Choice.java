package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in words which of several fields belong together, where a schema says it with schemas. */
final class Choice {

    private static final String REQUIRED = "required";
    private static final String CONST = "const";

    private Choice() {}

    /**
     * What is wrong with a value that fits none of several forms, or more than one.
     *
     * @param otherwise the words where the forms are not told apart by a field or a value alone
     */
    static String words(JsonNode value, JsonNode forms, String otherwise) {
        List<String> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (JsonNode form : forms) {
            form.path(REQUIRED).forEach(field -> fields.add(field.asText()));
            if (form.has(CONST)) {
                values.add(form.get(CONST).asText());
            }
        }
        if (values.size() == forms.size()) {
            return value + " is not one of " + String.join(", ", values) + NearNames.suggestion(value.asText(), values);
        }
        if (fields.size() != forms.size()) {
            return otherwise;
        }
        List<String> there = fields.stream().filter(value::has).toList();
        return there.isEmpty() ? "one of " + String.join(", ", fields) + " is missing" : together(there);
    }

    /** What is wrong with a value that fits a form which it must not have. */
    static String forbidden(JsonNode form, String otherwise) {
        List<String> fields = new ArrayList<>();
        form.path(REQUIRED).forEach(field -> fields.add(field.asText()));
        return fields.isEmpty() ? otherwise : together(fields);
    }

    private static String together(List<String> fields) {
        return String.join(" and ", fields) + " cannot both be said";
    }

    /** Which field of a value is only of use with another one, which is missing. */
    static String lacking(JsonNode value, JsonNode needs) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, JsonNode> need : needs.properties()) {
            for (JsonNode other : need.getValue()) {
                if (value.has(need.getKey()) && !value.has(other.asText())) {
                    words.add(need.getKey() + " needs " + other.asText());
                }
            }
        }
        return String.join(", ", words);
    }
}
