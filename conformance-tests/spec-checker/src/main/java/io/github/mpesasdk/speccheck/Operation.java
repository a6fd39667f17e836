package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation of a spec, with what it sends and what it gets.
 *
 * @param document the spec
 * @param definition what stands there
 */
record Operation(SpecDocument document, JsonNode definition) {

    private static final String JSON = "application/json";
    private static final String REQUIRED = "required";

    JsonNode extension(String name) {
        return definition.path(name);
    }

    /** The schema of what is sent. Where that is a query, an object of its parameters. */
    JsonNode request() {
        if (definition.has("requestBody")) {
            return schema(document.resolve(definition.get("requestBody")));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = fields.putObject("properties");
        for (JsonNode each : definition.path("parameters")) {
            JsonNode parameter = document.resolve(each);
            JsonNode schema = document.resolve(parameter.path("schema"));
            if (schema.has("properties")) {
                return schema;
            }
            properties.set(parameter.path("name").asText(), schema);
        }
        return fields;
    }

    /** The fields that must be sent and that no client fills. */
    List<String> leftToCallers() {
        List<String> left = new ArrayList<>();
        if (definition.has("requestBody")) {
            JsonNode request = request();
            for (JsonNode name : request.path(REQUIRED)) {
                JsonNode property = request.path("properties").path(name.asText());
                if (!property.isMissingNode() && !isFilled(property)) {
                    left.add(name.asText());
                }
            }
        }
        for (JsonNode each : definition.path("parameters")) {
            JsonNode parameter = document.resolve(each);
            boolean isSent = parameter.path(REQUIRED).asBoolean()
                    && parameter.path("in").asText().equals("query");
            if (isSent && !isFilled(parameter) && !isFilled(parameter.path("schema"))) {
                left.add(parameter.path("name").asText());
            }
        }
        return left;
    }

    private boolean isFilled(JsonNode element) {
        return document.says(element, "x-client") || document.says(element, "x-callback-address");
    }

    /** The schema of the answer that accepts. */
    JsonNode acceptance() {
        JsonNode responses = definition.get("responses");
        return schema(document.resolve(responses.path(responses.has("200") ? "200" : "201")));
    }

    /** The schemas of all answers, as they stand in them. */
    List<JsonNode> answers() {
        List<JsonNode> answers = new ArrayList<>();
        definition
                .path("responses")
                .forEach(response -> answers.add(
                        document.resolve(response).path("content").path(JSON).path("schema")));
        return answers;
    }

    private JsonNode schema(JsonNode bodyOrAnswer) {
        return document.resolve(bodyOrAnswer.path("content").path(JSON).path("schema"));
    }
}
