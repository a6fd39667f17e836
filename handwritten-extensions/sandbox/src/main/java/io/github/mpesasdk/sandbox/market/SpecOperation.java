package io.github.mpesasdk.sandbox.market;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One operation of a spec.
 *
 * @param id its operationId
 * @param method upper case
 * @param path as in the document
 * @param body the schema of the JSON body; without properties if the operation has none
 * @param fields the fields of the body in the order of the document, each with its resolved schema
 */
public record SpecOperation(String id, String method, String path, Schema<?> body, Map<String, Schema<?>> fields) {

    static SpecOperation of(String method, String path, Operation operation, OpenAPI api) {
        Schema<?> body = new Schema<>();
        if (operation.getRequestBody() != null) {
            MediaType json = Objects.requireNonNull(
                    operation.getRequestBody().getContent().get("application/json"), "a JSON body");
            body = resolved(json.getSchema(), api);
        }
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        if (body.getProperties() != null) {
            body.getProperties().forEach((name, schema) -> fields.put(name, resolved(schema, api)));
        }
        return new SpecOperation(operation.getOperationId(), method, path, body, fields);
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
