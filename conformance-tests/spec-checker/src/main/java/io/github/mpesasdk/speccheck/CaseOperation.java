package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code operations.json} of a market says of one operation.
 *
 * @param id its id in the spec
 * @param line all that the table says
 */
record CaseOperation(String id, JsonNode line) {

    static Map<String, CaseOperation> all(ObjectNode table) {
        Map<String, CaseOperation> operations = new LinkedHashMap<>();
        table.path("operations")
                .fields()
                .forEachRemaining(
                        entry -> operations.put(entry.getKey(), new CaseOperation(entry.getKey(), entry.getValue())));
        return operations;
    }

    String effect() {
        return line.path("effect").asText();
    }

    /** The case that shows the usual input, request and answer. */
    String usual() {
        return line.path("usual").asText();
    }

    /** The field of the request that a payment is asked for by, or an empty text. */
    String reference() {
        return line.path("reference").asText();
    }

    /** Where and how it is sent. */
    ObjectNode address() {
        ObjectNode address = CaseJson.object();
        address.put("method", method());
        if (line.has("port")) {
            address.set("port", line.get("port"));
        }
        address.set("path", line.path("path"));
        return address;
    }

    /** The name that the fields of a request stand under. */
    String payload() {
        return method().equals("GET") ? "query" : "body";
    }

    private String method() {
        return line.path("method").asText();
    }

    /** A text with the words of this operation in the place of their names in braces. */
    String inItsWords(String text) {
        String filled = text;
        for (Map.Entry<String, JsonNode> word : line.path("words").properties()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue().asText());
        }
        return filled;
    }
}
