package io.github.mpesasdk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds payloads to the schemas of a spec. Stricter than a client may be: a field that the spec does not know is a
 * mistake here, for it is most likely misspelt.
 */
public final class PayloadCheck {

    private static final String ADDRESS = "urn:spec";

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    public PayloadCheck(Spec spec) {
        String document = closed(spec).toString();
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(ADDRESS, document)));
    }

    /** What the named schema has against a payload. */
    public List<String> objections(JsonElement payload, String schema) {
        return schemas
                .computeIfAbsent(
                        schema, name -> registry.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + name)))
                .validate(payload.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonObject closed(Spec spec) {
        JsonObject document = spec.document();
        document.getAsJsonObject("components")
                .getAsJsonObject("schemas")
                .entrySet()
                .forEach(schema -> close(spec, schema.getValue().getAsJsonObject()));
        return document;
    }

    private static void close(Spec spec, JsonObject schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            schema.addProperty("additionalProperties", false);
            JsonObject properties = schema.getAsJsonObject("properties");
            JsonObject aliases = new JsonObject();
            properties.asMap().values().forEach(property -> spec.alias(property.getAsJsonObject())
                    .ifPresent(alias -> aliases.add(alias, property)));
            aliases.asMap().forEach(properties::add);
        }
    }
}
