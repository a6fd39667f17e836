package io.github.mpesasdk.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** The parameters of a query as the schema of one object, so that what is said of inputs can be said of them too. */
final class QueryRecord {

    private static final List<String> RULES = List.of(
            "x-evidence",
            "x-requires-one-of",
            "x-required-when",
            "x-forbidden-when",
            "x-forbidden-without",
            "x-not-before");

    private QueryRecord() {}

    static JsonObject schema(JsonObject operation) {
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        operation.getAsJsonArray("parameters").forEach(element -> {
            JsonObject parameter = element.getAsJsonObject();
            String name = parameter.get("name").getAsString();
            properties.add(name, parameter.get("schema"));
            if (parameter.has("required") && parameter.get("required").getAsBoolean()) {
                required.add(name);
            }
        });
        JsonObject schema = new JsonObject();
        schema.addProperty("type", "object");
        schema.add("required", required);
        schema.add("properties", properties);
        RULES.stream().filter(operation::has).forEach(rule -> schema.add(rule, operation.get(rule)));
        return schema;
    }
}
