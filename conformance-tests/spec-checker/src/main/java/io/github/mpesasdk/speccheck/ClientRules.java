package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the spec says about clients must lead somewhere: sources, fields of the request, and kinds of bodies. */
final class ClientRules {

    /** Every client can make these. */
    private static final Set<String> COMMON = Set.of("freshId", "uuid", "freshReference", "timeoutAddress");

    private static final String BY = "by";
    private static final String NUMBER = "msisdn";
    private static final String TELLS = "x-tells";
    private static final String TABLES = "x-bodies";

    private final SpecDocument document;
    private final List<Mistake> mistakes = new ArrayList<>();

    private ClientRules(SpecDocument document) {
        this.document = document;
    }

    static List<Mistake> mistakes(SpecDocument document) {
        ClientRules rules = new ClientRules(document);
        document.everywhere(rules::source);
        document.operations().forEach(rules::calls);
        rules.groups();
        rules.bodies();
        return rules.mistakes;
    }

    private void source(String pointer, JsonNode node) {
        String name = node.path("x-client").path("from").asText();
        boolean isKnown = name.isEmpty()
                || COMMON.contains(name)
                || document.tree().path("x-sources").has(name);
        if (!isKnown) {
            add(pointer + "/x-client/from", "x-sources has no " + name);
        }
    }

    private void calls(String pointer, JsonNode definition) {
        JsonNode request = new Operation(document, definition).request().path("properties");
        JsonNode calls = definition.path("x-calls");
        for (int call = 0; call < calls.size(); call++) {
            JsonNode constants = calls.get(call).path("with");
            for (int each = 0; each < constants.size(); each++) {
                String field = constants.get(each).path("field").asText();
                if (!request.has(field)) {
                    add(pointer + "/x-calls/" + call + "/with/" + each, "the request has no field " + field);
                }
            }
            if (calls.get(call).has(BY)) {
                asked(pointer + "/x-calls/" + call + "/" + BY, calls.get(call), definition, request);
            }
            // One operation has one draft, or none.
            if (calls.get(call).has(BY) != calls.get(0).has(BY)) {
                add(pointer + "/x-calls/" + call, "either each call of an operation has by, or none");
            }
        }
        request.fields().forEachRemaining(property -> {
            String other = property.getValue().path("x-client").path("field").asText();
            if (!other.isEmpty() && !request.has(other)) {
                add(pointer, property.getKey() + " repeats " + other + ", which the request does not have");
            }
        });
    }

    private void asked(String pointer, JsonNode call, JsonNode definition, JsonNode request) {
        Set<String> said = new HashSet<>();
        call.path("with").forEach(constant -> said.add(constant.path("field").asText()));
        for (JsonNode field : call.get(BY)) {
            if (!request.has(field.asText())) {
                add(pointer, "the request has no field " + field.asText());
                return;
            }
            if (!said.add(field.asText())) {
                add(pointer, "with sets " + field.asText() + ", which by asks for");
            }
        }
        numbered(pointer, call.get(BY), request);
        if (call.get(BY).isEmpty() == call.has("says")) {
            add(pointer, "says tells what the value is that by asks for: give both or none");
        }
        new Operation(document, definition)
                .leftToCallers().stream()
                        .filter(field -> !said.contains(field))
                        .forEach(field -> add(
                                pointer,
                                "nobody says " + field + ", which is required: neither by, with nor x-client"));
    }

    // Clients take a phone number as people write it; only the word tells them that it is one.
    private void numbered(String pointer, JsonNode by, JsonNode request) {
        by.fields().forEachRemaining(said -> {
            if (said.getKey().equals(NUMBER)
                    != document.resolve(request.get(said.getValue().asText())).has("x-msisdn")) {
                add(pointer, "a phone number is called " + NUMBER + ", and nothing else is");
            }
        });
    }

    /** A group that asks says what its questions tell. */
    private void groups() {
        Set<String> asking = new HashSet<>();
        document.operations()
                .values()
                .forEach(definition -> definition.path("x-calls").forEach(call -> {
                    if (call.has("ask")) {
                        definition.path("tags").forEach(tag -> asking.add(tag.asText()));
                    }
                }));
        JsonNode tags = document.tree().path("tags");
        for (int each = 0; each < tags.size(); each++) {
            String name = tags.get(each).path("name").asText();
            if (asking.contains(name) != tags.get(each).has(TELLS)) {
                add(
                        "/tags/" + each,
                        asking.contains(name)
                                ? name + " asks, and has no " + TELLS
                                : name + " has " + TELLS + ", and no call that asks");
            }
        }
    }

    private void bodies() {
        JsonNode schemas = document.tree().at("/components/schemas");
        Set<String> known = new HashSet<>();
        for (String table : List.of("callbacks", "answers")) {
            JsonNode rows = document.tree().path(TABLES).path(table);
            for (int row = 0; row < rows.size(); row++) {
                String pointer = "/" + TABLES + "/" + table + "/" + row;
                String schema = rows.get(row).path("schema").asText();
                known.add(schema);
                if (!schemas.has(schema)) {
                    add(pointer, "there is no schema " + schema);
                }
            }
        }
        if (document.tree().has(TABLES)) {
            Set<String> read = new LinkedHashSet<>();
            document.operations().values().forEach(definition -> new Operation(document, definition)
                    .answers()
                    .forEach(schema -> read.add(SpecDocument.referredName(schema))));
            read.stream()
                    .filter(schema -> schemas.has(schema) && !known.contains(schema))
                    .forEach(schema -> add("/components/schemas/" + schema, "no row of x-bodies reads " + schema));
        }
    }

    private void add(String pointer, String words) {
        mistakes.add(document.mistake(pointer, words));
    }
}
