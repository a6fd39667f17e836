package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Documents that hold JSON Schemas, and what they have against values, in plain words. */
final class SchemaCheck {

    private static final String ADDRESS = "urn:schemas";

    private final SchemaRegistry registry;

    SchemaCheck(JsonNode document, Dialect dialect) {
        this(Map.of(ADDRESS, document.toString()), dialect);
    }

    /** @param documents by the addresses under which they refer to each other */
    SchemaCheck(Map<String, String> documents, Dialect dialect) {
        SchemaRegistryConfig formats =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry = SchemaRegistry.withDialect(
                dialect, builder -> builder.schemaRegistryConfig(formats).schemas(documents));
    }

    /**
     * Holds a value to the schema at a pointer of the document.
     *
     * @param mistake makes a mistake of the pointer inside the value, and of words
     */
    List<Mistake> check(String schemaPointer, JsonNode value, BiFunction<String, String, Mistake> mistake) {
        return checkAt(ADDRESS + "#" + schemaPointer, value, mistake);
    }

    /** The same with a schema that is named by its address. */
    List<Mistake> checkAt(String address, JsonNode value, BiFunction<String, String, Mistake> mistake) {
        Schema schema = registry.getSchema(SchemaLocation.of(address));
        return schema.validate(value).stream()
                .map(error -> mistake.apply(place(error), words(error)))
                .toList();
    }

    private static String place(Error error) {
        String parent = error.getInstanceLocation().toString();
        return error.getKeyword().equals("additionalProperties") ? Pointers.child(parent, error.getProperty()) : parent;
    }

    private static String words(Error error) {
        JsonNode value = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> error.getProperty() + " is not known here";
            case "required" -> error.getProperty() + " is missing";
            case "enum" -> named(error) + value + " is not one of " + list(error.getSchemaNode());
            case "const" -> named(error) + value + " is not " + error.getSchemaNode();
            case "format" ->
                named(error) + value + " is not a " + error.getSchemaNode().asText();
            case "pattern" -> named(error) + value + " does not match " + error.getSchemaNode();
            case "type" ->
                named(error) + value.getNodeType().name().toLowerCase(Locale.ROOT) + " where "
                        + list(error.getSchemaNode()) + " belongs";
            default -> named(error) + error.getMessage();
        };
    }

    private static String named(Error error) {
        String name = Pointers.last(error.getInstanceLocation().toString());
        return name.isEmpty() ? "" : name + ": ";
    }

    private static String list(JsonNode values) {
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : values.asText();
    }
}
