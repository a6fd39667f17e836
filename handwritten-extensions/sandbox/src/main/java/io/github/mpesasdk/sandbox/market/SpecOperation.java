package io.github.mpesasdk.sandbox.market;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
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
 * @param input the schema of the JSON body, or of an object of the query's parameters; without properties if the
 *     operation has neither
 * @param fields the fields of the input in the order of the document, each with its resolved schema
 * @param extensions what the operation says beyond OpenAPI
 * @param callbacks what it leads to, by operationId
 * @param markets the rows of {@code x-markets}, if the document is shared by several countries
 */
public record SpecOperation(
        String id,
        String method,
        String path,
        Schema<?> input,
        Map<String, Schema<?>> fields,
        Map<String, SpecOperation> callbacks,
        List<Map<?, ?>> markets,
        Map<String, Object> extensions) {

    static SpecOperation of(String method, String path, Operation operation, OpenAPI api) {
        Schema<?> input = query(operation);
        if (operation.getRequestBody() != null) {
            MediaType json = Objects.requireNonNull(
                    operation.getRequestBody().getContent().get("application/json"), "a JSON body");
            input = resolved(json.getSchema(), api);
        }
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        if (input.getProperties() != null) {
            input.getProperties().forEach((name, schema) -> fields.put(name, resolved(schema, api)));
        }
        Map<String, Object> extensions = operation.getExtensions();
        return new SpecOperation(
                operation.getOperationId(),
                method,
                path,
                input,
                fields,
                callbacks(operation, api),
                OpenApiSpec.markets(api),
                extensions == null ? Map.of() : extensions);
    }

    /** What the operation says under a name beyond OpenAPI, or null. */
    public @Nullable Object extension(String name) {
        return extensions.get(name);
    }

    private static Map<String, SpecOperation> callbacks(Operation operation, OpenAPI api) {
        Map<String, SpecOperation> found = new TreeMap<>();
        if (operation.getCallbacks() != null) {
            operation.getCallbacks().values().stream()
                    .flatMap(callback -> callback.values().stream())
                    .forEach(item -> found.put(item.getPost().getOperationId(), of("POST", "", item.getPost(), api)));
        }
        return found;
    }

    /** The parameters of the query as the schema of one object, with the rules that the operation has about them. */
    private static Schema<?> query(Operation operation) {
        Schema<?> query = new Schema<>();
        query.setExtensions(operation.getExtensions());
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "query".equals(parameter.getIn()))
                    .forEach(parameter -> {
                        query.addProperty(parameter.getName(), parameter.getSchema());
                        if (Boolean.TRUE.equals(parameter.getRequired())) {
                            query.addRequiredItem(parameter.getName());
                        }
                    });
        }
        return query;
    }

    /**
     * The schema that a reference means, plainly or in an {@code allOf} that says more about it, or the schema itself.
     */
    static Schema<?> resolved(Schema<?> schema, OpenAPI api) {
        Schema<?> at = schema;
        while (at.get$ref() != null || at.getAllOf() != null) {
            if (at.get$ref() == null) {
                at = at.getAllOf().get(0);
                continue;
            }
            String name = at.get$ref().substring("#/components/schemas/".length());
            at = Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
        }
        return at;
    }
}
