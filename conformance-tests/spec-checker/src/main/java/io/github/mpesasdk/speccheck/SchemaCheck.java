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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Documents that hold JSON Schemas, and what they have against values, in plain words. */
final class SchemaCheck {

    private static final String ADDRESS = "urn:schemas";
    // What a choice itself says better.
    private static final Pattern IN_CHOICE = Pattern.compile(".*/oneOf/\\d+/(required|const)");
    private static final Pattern IN_ANY_OF = Pattern.compile(".*/anyOf/\\d+/required");

    private final SchemaRegistry registry;

    SchemaCheck(JsonNode document, Dialect dialect) {
        this(Map.of(ADDRESS, document.toString()), dialect);
    }

    /** @param documents by the addresses under which they refer to each other */
    SchemaCheck(Map<String, String> documents, Dialect dialect) {
        SchemaRegistryConfig formats = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
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
                .filter(error ->
                        !IN_CHOICE.matcher(error.getSchemaLocation().toString()).matches())
                .map(error -> mistake.apply(place(error), words(error)))
                .toList();
    }

    private static String place(Error error) {
        String parent = error.getInstanceLocation().toString();
        return error.getKeyword().equals("additionalProperties") ? Pointers.child(parent, error.getProperty()) : parent;
    }

    private String words(Error error) {
        JsonNode value = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                error.getProperty() + " is not known here"
                        + NearNames.suggestion(
                                error.getProperty(), names(beside(error).path("properties")));
            case "required" ->
                isInAnyOf(error)
                        ? Choice.words(value, around(error, 2), error.getMessage())
                        : error.getProperty() + " is missing";
            case "oneOf" -> named(error) + Choice.words(value, error.getSchemaNode(), error.getMessage());
            case "not" -> named(error) + Choice.forbidden(error.getSchemaNode(), error.getMessage());
            case "dependentRequired" -> named(error) + Choice.lacking(value, error.getSchemaNode());
            case "enum" -> named(error) + value + " is not one of " + list(error.getSchemaNode());
            case "const" -> named(error) + value + " is not " + error.getSchemaNode();
            case "format" ->
                named(error) + value + " is not a " + error.getSchemaNode().asText();
            case "pattern" -> named(error) + rule(error, value + " does not match " + error.getSchemaNode());
            case "type" ->
                named(error) + value.getNodeType().name().toLowerCase(Locale.ROOT) + " where "
                        + list(error.getSchemaNode()) + " belongs";
            default -> named(error) + error.getMessage();
        };
    }

    /** What the schema says in words of its pattern, which not everybody reads. */
    private String rule(Error error, String otherwise) {
        return beside(error).path("$comment").asText(otherwise);
    }

    /** The schema in which the rule stands that is broken. */
    private JsonNode beside(Error error) {
        return around(error, 1);
    }

    private JsonNode around(Error error, int levels) {
        String place = error.getSchemaLocation().toString();
        for (int level = 0; level < levels; level++) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return registry.getSchema(SchemaLocation.of(place)).getSchemaNode();
    }

    private static boolean isInAnyOf(Error error) {
        return IN_ANY_OF.matcher(error.getSchemaLocation().toString()).matches();
    }

    private static List<String> names(JsonNode properties) {
        return properties.properties().stream().map(Map.Entry::getKey).toList();
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
