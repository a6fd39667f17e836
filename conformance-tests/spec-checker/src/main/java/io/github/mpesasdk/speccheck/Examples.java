package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * People copy examples, so they must be right. A field that the spec does not know is a mistake in them, for it is most
 * likely misspelt.
 */
final class Examples {

    private static final String ALIAS = "x-alias";
    private static final String REFERENCE = "$ref";

    private final SpecDocument document;
    private final SchemaCheck schemas;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Examples(SpecDocument document) {
        this.document = document;
        this.schemas = new SchemaCheck(closed(document, document.tree().deepCopy()), Dialects.getOpenApi30());
    }

    static List<Mistake> mistakes(SpecDocument document) {
        Examples examples = new Examples(document);
        document.everywhere(examples::check);
        return examples.mistakes;
    }

    private void check(String pointer, JsonNode node) {
        String schema = node.path("schema").path(REFERENCE).asText();
        if (schema.isEmpty()) {
            return;
        }
        node.path("examples").fields().forEachRemaining(example -> {
            String value = Pointers.child(pointer + "/examples", example.getKey()) + "/value";
            check(schema, value, example.getValue().path("value"), owner(pointer) + ", example " + example.getKey());
        });
        if (node.has("example")) {
            check(
                    schema,
                    pointer + "/example",
                    node.get("example"),
                    owner(pointer) + ", example of " + node.path("name").asText());
        }
    }

    private void check(String schema, String pointer, JsonNode value, String name) {
        mistakes.addAll(schemas.check(
                schema.substring(1), value, (inner, words) -> document.mistake(pointer + inner, name + ": " + words)));
    }

    /** The operation, or the part that operations share, that something stands in. */
    private String owner(String pointer) {
        for (String place = pointer; !place.isEmpty(); place = place.substring(0, place.lastIndexOf('/'))) {
            JsonNode operation = document.tree().at(place).path("operationId");
            if (!operation.isMissingNode()) {
                return "operation " + operation.asText();
            }
        }
        String[] steps = pointer.split("/", 5);
        return steps[2].substring(0, steps[2].length() - 1) + " " + steps[3];
    }

    private static JsonNode closed(SpecDocument document, JsonNode tree) {
        for (JsonNode schema : tree.at("/components/schemas")) {
            if (schema instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
                ((ObjectNode) object.get("properties")).setAll(aliases(document, object.get("properties")));
            }
        }
        return tree;
    }

    /** The properties that have a second name, under it. */
    private static Map<String, JsonNode> aliases(SpecDocument document, JsonNode properties) {
        Map<String, JsonNode> aliases = new HashMap<>();
        for (JsonNode property : properties) {
            String own = property.path(ALIAS).asText();
            String alias =
                    own.isEmpty() ? document.resolve(property).path(ALIAS).asText() : own;
            if (!alias.isEmpty()) {
                aliases.put(alias, property);
            }
        }
        return aliases;
    }
}
