package io.github.mpesasdk.sandbox.market;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.mpesasdk.sandbox.Delivery;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the sandbox's own answers and callbacks against the spec, as strictly as it holds its callers: the status, the
 * body and every field of it must be in the spec.
 */
public final class OwnWordsCheck {

    private static final String ADDRESS = "urn:spec";
    private static final String CALLBACK = "callback ";

    private final SpecDocument document;
    /** What may be said, and the place of its schema among all; no place where nothing may be said. */
    private final Map<String, Optional<Integer>> places = new LinkedHashMap<>();

    private final JsonArray bodies = new JsonArray();
    private final SchemaRegistry registry;

    public OwnWordsCheck(String resource) {
        document = SpecDocument.load(resource);
        SpecDocument.map(document.at("paths")).forEach((path, item) -> document.resolved(item)
                .forEach((method, operation) -> collect(method + " " + path, SpecDocument.map(operation))));
        JsonObject schemas = new JsonObject();
        schemas.add("components", new Gson().toJsonTree(document.at("components")));
        schemas.add("bodies", bodies);
        close(schemas);
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(ADDRESS, schemas.toString())));
    }

    /**
     * What is wrong with all that a sandbox said.
     *
     * @param prefix a pattern of what stands before the paths of the spec
     */
    public List<String> faults(Journal journal, String prefix) {
        List<String> wrong = new ArrayList<>();
        for (Exchange exchange : journal.exchanges()) {
            // The silence after a wrong secret in Kenya is in the spec's words but not in its schemas.
            boolean spoke = !exchange.answer().isEmpty();
            boolean asUsual = exchange.faults().stream().allMatch(fault -> fault.moment() == Fault.Moment.CALLBACK);
            if (spoke && asUsual && exchange.operationId() != null) {
                String path = exchange.path().replaceFirst(prefix, "");
                wrong.addAll(answer(exchange.method(), path, exchange.status(), exchange.answer()));
            }
        }
        for (Delivery delivery : journal.deliveries()) {
            wrong.addAll(callback(delivery.operationId(), delivery.body()));
        }
        return wrong;
    }

    public List<String> answer(String method, String path, int status, String body) {
        String operation = method.toLowerCase(Locale.ROOT) + " " + path + " ";
        String documented = operation + status;
        return objections(places.containsKey(documented) ? documented : operation + "default", body);
    }

    public List<String> callback(String operationId, String body) {
        return objections(CALLBACK + operationId, body);
    }

    private List<String> objections(String said, String body) {
        Optional<Integer> place = places.get(said);
        if (place == null) {
            return List.of(said + ": is not in the spec");
        }
        if (place.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of(said + ": has no body in the spec");
        }
        Schema schema = registry.getSchema(SchemaLocation.of(ADDRESS + "#/bodies/" + place.get()));
        return schema.validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .map(error -> said + ": " + error)
                .toList();
    }

    private void collect(String request, Map<?, ?> operation) {
        SpecDocument.map(operation.get("responses"))
                .forEach((status, response) -> add(request + " " + status, response));
        SpecDocument.map(operation.get("callbacks")).values().stream()
                .flatMap(callback -> document.resolved(callback).values().stream())
                .map(item -> SpecDocument.map(SpecDocument.map(item).get("post")))
                .forEach(callback -> add(CALLBACK + callback.get("operationId"), callback.get("requestBody")));
    }

    /** Takes the schema of a request body or a response; it may still refer to others of the document. */
    private void add(String said, @Nullable Object message) {
        Map<?, ?> content = SpecDocument.map(document.resolved(message).get("content"));
        Object schema = SpecDocument.map(content.get("application/json")).get("schema");
        places.put(said, schema == null ? Optional.empty() : Optional.of(bodies.size()));
        if (schema != null) {
            bodies.add(new Gson().toJsonTree(schema));
        }
    }

    /** A field that an object lists under neither of its names is a mistake. */
    private static void close(JsonElement element) {
        if (element instanceof JsonObject object) {
            if (object.get("properties") instanceof JsonObject properties && !object.has("additionalProperties")) {
                for (JsonElement property : List.copyOf(properties.asMap().values())) {
                    if (property instanceof JsonObject schema && schema.has("x-alias")) {
                        properties.add(schema.get("x-alias").getAsString(), new JsonObject());
                    }
                }
                object.addProperty("additionalProperties", false);
            }
            object.asMap().values().forEach(OwnWordsCheck::close);
        } else if (element instanceof JsonArray array) {
            array.forEach(OwnWordsCheck::close);
        }
    }
}
