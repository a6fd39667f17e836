package io.github.mpesasdk.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One operation of a spec.
 *
 * @param spec the document it stands in
 * @param verb its HTTP method, in small letters as written there
 * @param path its path, or the expression for a callback's address
 * @param definition what is written about it
 */
public record SpecOperation(Spec spec, String verb, String path, JsonObject definition) {

    public String id() {
        return definition.get("operationId").getAsString();
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return verb.toUpperCase(Locale.ROOT);
    }

    /** The path that it is sent to: many messages may share one, which the spec then tells apart by their events. */
    public String address() {
        return event().map(event -> event.get("at").getAsString()).orElse(path);
    }

    /** What {@code x-event} says, where the address does not tell which operation is meant. */
    public Optional<JsonObject> event() {
        return Optional.ofNullable(definition.getAsJsonObject("x-event"));
    }

    /** An extension that is a text, such as {@code x-effect}. */
    public Optional<String> extension(String name) {
        return Optional.ofNullable(definition.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    /** The name of the schema of what is sent, in the body or in the query, where anything is. */
    public Optional<String> requestSchema() {
        JsonElement body = definition.get("requestBody");
        return body != null
                ? Optional.ofNullable(Spec.referredName(jsonSchema(spec.resolve(body))))
                : extension("x-query-record");
    }

    /** How a request proves who sends it: the name of a security scheme, or nothing. */
    public String security() {
        JsonArray schemes = definition.getAsJsonArray("security");
        return schemes.isEmpty()
                ? ""
                : schemes.get(0).getAsJsonObject().keySet().iterator().next();
    }

    /**
     * The names of the schemas of what is answered, by HTTP status or {@code default}; without those that have no body.
     */
    public Map<String, String> answerSchemas() {
        Map<String, String> schemas = new TreeMap<>();
        definition.getAsJsonObject("responses").entrySet().forEach(response -> {
            JsonObject answer = spec.resolve(response.getValue());
            if (answer.has("content")) {
                Optional.ofNullable(Spec.referredName(jsonSchema(answer)))
                        .ifPresent(name -> schemas.put(response.getKey(), name));
            }
        });
        return schemas;
    }

    /** The name of the schema of an answer with this HTTP status. */
    public String answerSchema(int status) {
        Map<String, String> schemas = answerSchemas();
        return Optional.ofNullable(schemas.get(Integer.toString(status)))
                .or(() -> Optional.ofNullable(schemas.get("default")))
                .orElseThrow(() -> new IllegalStateException(id() + " has no answer for HTTP " + status));
    }

    private static JsonElement jsonSchema(JsonObject bodyOrAnswer) {
        return bodyOrAnswer
                .getAsJsonObject("content")
                .getAsJsonObject("application/json")
                .get("schema");
    }

    @Override
    public String toString() {
        return id();
    }
}
