package io.github.mpesasdk.sandbox.market;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a spec.
 *
 * @param id its operationId
 * @param method upper case
 * @param path as in the document
 * @param input the schema of the JSON body, or of an object of the query's parameters; without fields if the operation
 *     has neither
 * @param fields the fields of the input in the order of the document, each with its resolved schema
 * @param answers what it answers if all goes well: the examples by name, and under an empty one the example of each
 *     field
 * @param callbacks what it leads to, by operationId
 * @param markets the rows of {@code x-markets}, if the document is shared by several countries
 * @param words what the document says of it, beyond OpenAPI too
 */
public record SpecOperation(
        String id,
        String method,
        String path,
        SpecSchema input,
        Map<String, SpecSchema> fields,
        Map<String, JsonObject> answers,
        Map<String, SpecOperation> callbacks,
        List<Map<?, ?>> markets,
        Map<?, ?> words) {

    private static final Gson JSON = new Gson();

    static SpecOperation of(String method, String path, Map<?, ?> words, SpecDocument document) {
        Map<?, ?> input = input(words, document);
        Map<String, SpecSchema> fields = new LinkedHashMap<>();
        SpecDocument.map(input.get("properties"))
                .forEach((name, schema) -> fields.put((String) name, new SpecSchema(document.schema(schema))));
        return new SpecOperation(
                (String) Objects.requireNonNull(words.get("operationId"), path),
                method,
                path,
                new SpecSchema(input),
                fields,
                answers(words, document),
                callbacks(words, document),
                OpenApiSpec.markets(document),
                words);
    }

    /** What the operation says under a name beyond OpenAPI, or null. */
    public @Nullable Object extension(String name) {
        return words.get(name);
    }

    /** Whether it is documented to answer with a status. */
    public boolean answersWith(String status) {
        return SpecDocument.map(words.get("responses")).containsKey(status);
    }

    /** An answer that went well, as the document has it under this name. */
    public JsonObject answer(String name) {
        return Objects.requireNonNull(answers.get(name), () -> id + " has no example " + name);
    }

    private static Map<String, JsonObject> answers(Map<?, ?> operation, SpecDocument document) {
        Map<String, JsonObject> answers = new LinkedHashMap<>();
        SpecDocument.map(operation.get("responses")).forEach((status, response) -> {
            Map<?, ?> content = SpecDocument.map(document.resolved(response).get("content"));
            Map<?, ?> json = SpecDocument.map(content.get("application/json"));
            if (String.valueOf(status).startsWith("2")) {
                answers.putIfAbsent(
                        "",
                        JSON.toJsonTree(example(json.get("schema"), document)).getAsJsonObject());
                SpecDocument.map(json.get("examples"))
                        .forEach((name, example) -> answers.putIfAbsent(
                                (String) name,
                                JSON.toJsonTree(SpecDocument.map(example).get("value"))
                                        .getAsJsonObject()));
            }
        });
        return answers;
    }

    private static Map<?, ?> example(@Nullable Object schema, SpecDocument document) {
        Map<Object, Object> example = new LinkedHashMap<>();
        SpecDocument.map(document.schema(schema).get("properties")).forEach((name, property) -> {
            Object own = document.schema(property).get("example");
            example.put(name, own == null ? example(property, document) : own);
        });
        return example;
    }

    private static Map<?, ?> input(Map<?, ?> operation, SpecDocument document) {
        if (operation.get("requestBody") == null) {
            return query(operation, document);
        }
        Map<?, ?> content =
                SpecDocument.map(document.resolved(operation.get("requestBody")).get("content"));
        Object json = Objects.requireNonNull(content.get("application/json"), "a JSON body");
        return document.schema(SpecDocument.map(json).get("schema"));
    }

    /** The parameters of the query as the schema of one object, with the rules that the operation has about them. */
    private static Map<?, ?> query(Map<?, ?> operation, SpecDocument document) {
        Map<Object, Object> query = new LinkedHashMap<>(operation);
        Map<Object, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (Object written : SpecDocument.list(operation.get("parameters"))) {
            Map<?, ?> parameter = document.resolved(written);
            if ("query".equals(parameter.get("in"))) {
                properties.put(parameter.get("name"), parameter.get("schema"));
                if (Boolean.TRUE.equals(parameter.get("required"))) {
                    required.add(parameter.get("name"));
                }
            }
        }
        query.put("properties", properties);
        query.put("required", required);
        return query;
    }

    private static Map<String, SpecOperation> callbacks(Map<?, ?> operation, SpecDocument document) {
        Map<String, SpecOperation> found = new TreeMap<>();
        SpecDocument.map(operation.get("callbacks")).values().stream()
                .flatMap(callback -> document.resolved(callback).values().stream())
                .map(item ->
                        of("POST", "", SpecDocument.map(SpecDocument.map(item).get("post")), document))
                .forEach(callback -> found.put(callback.id(), callback));
        return found;
    }
}
