package io.github.mpesasdk.conformance;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document, as the tree that it is: the cases are judged by what is written there, not by generated code.
 */
public final class Spec {

    private static final String RESOURCES = "/io/github/mpesasdk/specs/";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final String REFERENCE = "$ref";

    private final JsonObject document;

    private Spec(JsonObject document) {
        this.document = document;
        operations().values().forEach(this::nameQuery);
    }

    /** Parameters of a query are written one by one; here they are an object with a name, like every other input. */
    private void nameQuery(SpecOperation operation) {
        operation.extension("x-query-record").ifPresent(name -> document.getAsJsonObject("components")
                .getAsJsonObject("schemas")
                .add(name, QueryRecord.schema(operation.definition())));
    }

    /** A file of the specs, such as {@code daraja/openapi.yaml}. */
    public static Spec read(String file) {
        try (InputStream in = Spec.class.getResourceAsStream(RESOURCES + file)) {
            if (in == null) {
                throw new IllegalStateException("no spec " + file + " on the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A spec in YAML. */
    static Spec parse(String yaml) throws IOException {
        String json = new YAMLMapper().readTree(yaml).toString();
        return new Spec(JsonParser.parseString(json).getAsJsonObject());
    }

    /** The whole document. */
    public JsonObject document() {
        return document.deepCopy();
    }

    /** The operations that we call, by id. */
    public Map<String, SpecOperation> operations() {
        Map<String, SpecOperation> found = new LinkedHashMap<>();
        document.getAsJsonObject("paths")
                .entrySet()
                .forEach(path -> collect(path.getKey(), path.getValue().getAsJsonObject(), found));
        return found;
    }

    /** One of the operations that we call. */
    public SpecOperation operation(String id) {
        return known(operations(), id);
    }

    /** One of the operations that the gateway calls at our place. */
    public SpecOperation callback(String id) {
        return known(callbacks(), id);
    }

    /** One of the named schemas. */
    public JsonObject schema(String name) {
        return known(schemas(), name);
    }

    private static <T> T known(Map<String, T> all, String name) {
        T one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("the spec has no " + name);
        }
        return one;
    }

    /** The operations that the gateway calls at our place, by id. */
    public Map<String, SpecOperation> callbacks() {
        Map<String, SpecOperation> found = new LinkedHashMap<>();
        operations().values().stream()
                .map(operation -> operation.definition().getAsJsonObject("callbacks"))
                .filter(callbacks -> callbacks != null)
                .flatMap(callbacks -> callbacks.entrySet().stream())
                .flatMap(callback -> resolve(callback.getValue()).entrySet().stream())
                .forEach(address -> collect(address.getKey(), address.getValue().getAsJsonObject(), found));
        return found;
    }

    private void collect(String path, JsonObject item, Map<String, SpecOperation> target) {
        item.entrySet().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> new SpecOperation(
                        this, entry.getKey(), path, entry.getValue().getAsJsonObject()))
                .forEach(operation -> target.put(operation.id(), operation));
    }

    /** The named schemas. */
    public Map<String, JsonObject> schemas() {
        Map<String, JsonObject> schemas = new LinkedHashMap<>();
        document.getAsJsonObject("components")
                .getAsJsonObject("schemas")
                .entrySet()
                .forEach(
                        schema -> schemas.put(schema.getKey(), schema.getValue().getAsJsonObject()));
        return schemas;
    }

    /** The property of an object schema that a field of a payload is, by its name or by the other one of x-alias. */
    public Optional<JsonObject> property(JsonObject schema, String field) {
        JsonObject properties = schema.getAsJsonObject("properties");
        if (properties == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getAsJsonObject(field)).or(() -> properties.asMap().values().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(property -> alias(property).filter(field::equals).isPresent())
                .findFirst());
    }

    /** The other name under which a property comes. */
    public Optional<String> alias(JsonObject property) {
        return ConformanceCase.text(property, "x-alias").or(() -> ConformanceCase.text(resolve(property), "x-alias"));
    }

    /** What an element refers to, plainly or in an {@code allOf} that says more about it, or the element itself. */
    public JsonObject resolve(JsonElement element) {
        JsonObject object = element.getAsJsonObject();
        if (object.has("allOf")) {
            return resolve(object.getAsJsonArray("allOf").get(0));
        }
        if (!object.has(REFERENCE)) {
            return object;
        }
        JsonElement target = document;
        for (String step :
                object.get(REFERENCE).getAsString().substring("#/".length()).split("/", -1)) {
            target = target.getAsJsonObject().get(step);
        }
        return resolve(target);
    }

    /** The name of the schema that an element refers to. */
    static @Nullable String referredName(@Nullable JsonElement element) {
        if (element == null || !element.getAsJsonObject().has(REFERENCE)) {
            return null;
        }
        String reference = element.getAsJsonObject().get(REFERENCE).getAsString();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** Every value of a field, wherever in the document it stands. */
    public List<JsonElement> everywhere(String field) {
        return having(field).stream().map(object -> object.get(field)).toList();
    }

    /** Every object that has a field, wherever in the document it stands. */
    public List<JsonObject> having(String field) {
        List<JsonObject> found = new ArrayList<>();
        search(document, field, found);
        return found;
    }

    private static void search(JsonElement element, String field, List<JsonObject> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> search(each, field, found));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            if (object.has(field)) {
                found.add(object);
            }
            object.entrySet().forEach(entry -> search(entry.getValue(), field, found));
        }
    }
}
