package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of the fields in schemas, and of those in the fields. */
final class SchemaNames {

    private static final List<String> PARTS = List.of("allOf", "oneOf", "anyOf");

    private final SpecDocument document;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    SchemaNames(SpecDocument document) {
        this.document = document;
    }

    /** Takes in the names of a schema, and of all that it refers to. */
    void add(JsonNode schema) {
        String named = SpecDocument.referredName(schema);
        if (!named.isEmpty() && !seen.add(named)) {
            return;
        }
        JsonNode here = named.isEmpty()
                ? schema
                : document.tree().at(schema.get("$ref").asText().substring(1));
        if (here.has("x-alias")) {
            names.add(here.get("x-alias").asText());
        }
        for (Map.Entry<String, JsonNode> property : here.path("properties").properties()) {
            names.add(property.getKey());
            add(property.getValue());
        }
        PARTS.forEach(part -> here.path(part).forEach(this::add));
        add(here, "items");
        add(here, "additionalProperties");
    }

    private void add(JsonNode schema, String inner) {
        if (schema.path(inner).isObject()) {
            add(schema.get(inner));
        }
    }

    Set<String> all() {
        return names;
    }

    /** The names of the fields of a schema alone. */
    static Set<String> ofFields(SpecDocument document, JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("allOf").forEach(part -> names.addAll(ofFields(document, document.resolve(part))));
        return names;
    }
}
