package io.github.mpesasdk.sandbox.market;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One operation of a spec.
 *
 * @param id its operationId
 * @param method upper case
 * @param path as in the document
 * @param input the schema of the JSON body, or of the object that the query spells out; without properties if the
 *     operation has neither
 * @param fields the fields of the input in the order of the document, each with its resolved schema
 */
public record SpecOperation(String id, String method, String path, Schema<?> input, Map<String, Schema<?>> fields) {

    static SpecOperation of(String method, String path, Operation operation, OpenAPI api) {
        Schema<?> input = queryObject(operation, api).orElseGet(Schema::new);
        if (operation.getRequestBody() != null) {
            MediaType json = Objects.requireNonNull(
                    operation.getRequestBody().getContent().get("application/json"), "a JSON body");
            input = resolved(json.getSchema(), api);
        }
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        if (input.getProperties() != null) {
            input.getProperties().forEach((name, schema) -> fields.put(name, resolved(schema, api)));
        }
        return new SpecOperation(operation.getOperationId(), method, path, input, fields);
    }

    /** The schema of a query parameter that is an object and stands for its properties. */
    static Optional<Schema<?>> queryObject(Operation operation, OpenAPI api) {
        if (operation.getParameters() == null) {
            return Optional.empty();
        }
        return operation.getParameters().stream()
                .filter(parameter -> "query".equals(parameter.getIn()))
                .<Schema<?>>map(parameter -> resolved(parameter.getSchema(), api))
                .filter(schema -> schema.getProperties() != null)
                .findFirst();
    }

    /** The schema that a reference means, or the schema itself. */
    static Schema<?> resolved(Schema<?> schema, OpenAPI api) {
        Schema<?> at = schema;
        while (at.get$ref() != null) {
            String name = at.get$ref().substring("#/components/schemas/".length());
            at = Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
        }
        return at;
    }
}
