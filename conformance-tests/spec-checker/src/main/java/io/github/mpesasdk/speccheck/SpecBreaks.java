package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * What of a changed spec breaks those who have generated a client from the one before: their requests are refused,
 * their code does not compile, or it does something else with money. What a gateway may add without notice breaks
 * nobody.
 */
final class SpecBreaks {

    // A value more in an answer is what open enums are for.
    private static final String NEW_VALUES = "incompatible.response.enum.increased";
    // A gateway may send longer texts and larger numbers; readers do not check them.
    private static final List<String> READERS_BEAR = List.of(
            NEW_VALUES, "incompatible.response.max.length.increased", "incompatible.response.numeric.range.increased");
    private static final List<String> MONEY_RULES =
            List.of("x-effect", "x-outcome", "x-success", "x-repeats", "x-reference");
    private static final List<String> LIMITS = List.of("minimum", "maximum", "pattern");
    private static final YAMLMapper YAML = new YAMLMapper();

    private SpecBreaks() {}

    /** One line for each break, in the order of the operations' names. */
    static List<String> between(String earlier, String now) throws IOException {
        JsonNode before = YAML.readTree(earlier);
        JsonNode after = YAML.readTree(now);
        Set<String> breaks = new TreeSet<>(schemas(before, after));
        breaks.addAll(moneyRules(before, after));
        OpenApiDiffOptions.Builder options = OpenApiDiffOptions.builder();
        READERS_BEAR.forEach(rule -> options.configProperty(rule, "false"));
        ChangedOpenApi changes =
                OpenApiCompare.fromContents(readable(before), readable(after), List.of(), options.build());
        breaks.addAll(new ChangeReader().breaks(changes));
        return List.copyOf(breaks);
    }

    /** Clients name their classes after schemas. */
    private static Set<String> schemas(JsonNode before, JsonNode after) {
        Set<String> breaks = new TreeSet<>();
        before.at("/components/schemas").fieldNames().forEachRemaining(name -> {
            if (!after.at("/components/schemas").has(name)) {
                breaks.add("the schema " + name + " is gone");
            }
        });
        return breaks;
    }

    private static Set<String> moneyRules(JsonNode before, JsonNode after) {
        Set<String> breaks = new TreeSet<>();
        Map<String, JsonNode> now = operations(after);
        operations(before).forEach((id, operation) -> {
            // One that is gone is told as that.
            JsonNode changed = now.getOrDefault(id, operation);
            for (String rule : MONEY_RULES) {
                if (!operation.path(rule).equals(changed.path(rule))) {
                    breaks.add(id + ": " + rule + " says something else");
                }
            }
        });
        return breaks;
    }

    private static Map<String, JsonNode> operations(JsonNode spec) {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (JsonNode path : spec.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.has("operationId")) {
                    operations.put(operation.get("operationId").asText(), operation);
                }
            }
        }
        return operations;
    }

    /**
     * A spec with what the library does not look at, callbacks and the limits of extensions, in words that it knows.
     */
    private static String readable(JsonNode spec) {
        ObjectNode copy = spec.deepCopy();
        for (String limit : LIMITS) {
            String extension = "x-" + limit;
            copy.findParents(extension).forEach(schema -> ((ObjectNode) schema).set(limit, schema.get(extension)));
        }
        ObjectNode paths = (ObjectNode) copy.get("paths");
        for (JsonNode operation : operations(copy).values()) {
            for (JsonNode callback : operation.path("callbacks")) {
                callback.findParents("operationId")
                        .forEach(posted -> paths.set(
                                "/callbacks/" + posted.get("operationId").asText(), asCall(posted)));
            }
        }
        return copy.toString();
    }

    /** Clients read what is posted as they read an answer. */
    private static ObjectNode asCall(JsonNode callback) {
        ObjectNode path = YAML.createObjectNode();
        ObjectNode call = path.putObject("post");
        call.set("operationId", callback.get("operationId"));
        ObjectNode posted = call.putObject("responses").putObject("200").put("description", "What is posted.");
        if (callback.at("/requestBody/content").isObject()) {
            posted.set("content", callback.at("/requestBody/content"));
        }
        return path;
    }
}
