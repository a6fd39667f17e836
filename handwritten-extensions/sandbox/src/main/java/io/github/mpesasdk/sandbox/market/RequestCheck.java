package io.github.mpesasdk.sandbox.market;

import com.atlassian.oai.validator.report.ValidationReport;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns the validator's report on one request into violations.
 *
 * <p>The spec says which JSON type to send, and a request that sends the other is a violation. Gateways are known to
 * take text for a number and a number for text, though, so such a request is judged twice: as it is, and with the types
 * put right. Only what the second reading still objects to is refused. Fields that the spec does not know are not
 * refused either.
 */
final class RequestCheck {

    private static final Set<String> UNKNOWN_FIELD = Set.of(
            "validation.request.body.schema.additionalProperties", "validation.request.parameter.query.unexpected");

    private final SpecOperation operation;
    private final Function<MarketRequest, ValidationReport> report;
    private final List<String> order;

    RequestCheck(SpecOperation operation, Function<MarketRequest, ValidationReport> report) {
        this.operation = operation;
        this.report = report;
        this.order = List.copyOf(operation.fields().keySet());
    }

    List<Violation> violations(MarketRequest request) {
        Optional<JsonObject> body = JsonObjects.read(request.body());
        List<Violation> asSent = read(request, request.query().isEmpty() ? body : Optional.of(object(request.query())));
        Optional<MarketRequest> corrected = body.map(this::corrected).map(json -> request.saying(json.toString()));
        if (asSent.isEmpty() || corrected.isEmpty()) {
            return asSent;
        }
        Set<String> refused = read(
                        corrected.get(), JsonObjects.read(corrected.get().body()))
                .stream()
                .filter(Violation::refused)
                .map(Violation::field)
                .collect(Collectors.toSet());
        return asSent.stream()
                .map(violation -> new Violation(
                        violation.field(),
                        violation.text(),
                        violation.missing(),
                        violation.refused() && refused.contains(violation.field())))
                .toList();
    }

    private List<Violation> read(MarketRequest request, Optional<JsonObject> input) {
        List<Violation> found = new ArrayList<>();
        for (ValidationReport.Message message : report.apply(request).getMessages()) {
            String field = field(message);
            if (message.getKey().endsWith("schema.required") && field.isEmpty()) {
                missing(input).forEach(name -> found.add(Violation.missing(name, name + " is missing")));
            } else {
                found.add(new Violation(
                        field,
                        message.getMessage(),
                        message.getKey().endsWith("query.missing"),
                        !UNKNOWN_FIELD.contains(message.getKey()) && isEnforced(field, message.getKey())));
            }
        }
        input.ifPresent(json -> found.addAll(ExtensionRules.violations(operation, json)));
        found.sort(Comparator.comparingInt(violation -> place(violation.field())));
        return List.copyOf(found);
    }

    // The last part of a key is the name of the limit: validation.request.body.schema.maxLength.
    private boolean isEnforced(String field, String key) {
        Schema<?> schema = operation.fields().get(field);
        return schema == null || LimitEvidence.isEnforced(schema, key.substring(key.lastIndexOf('.') + 1));
    }

    private List<String> missing(Optional<JsonObject> input) {
        List<String> required = operation.input().getRequired() == null
                ? List.of()
                : operation.input().getRequired();
        return order.stream()
                .filter(required::contains)
                .filter(name -> input.isEmpty() || !input.get().has(name))
                .toList();
    }

    private int place(String field) {
        int at = order.indexOf(field);
        return at < 0 ? order.size() : at;
    }

    /** The message names a parameter, or points into the body with a JSON pointer whose first step is the field. */
    private static String field(ValidationReport.Message message) {
        Optional<String> parameter = message.getContext()
                .flatMap(ValidationReport.MessageContext::getParameter)
                .map(Parameter::getName);
        if (parameter.isPresent()) {
            return parameter.get();
        }
        return message.getContext()
                .flatMap(ValidationReport.MessageContext::getPointers)
                .map(pointers -> pointers.getInstance().split("/", -1))
                .filter(steps -> steps.length > 1)
                .map(steps -> steps[1])
                .orElse("");
    }

    private JsonObject corrected(JsonObject body) {
        JsonObject corrected = body.deepCopy();
        operation.fields().forEach((name, schema) -> {
            JsonElement value = body.get(name);
            if (value instanceof JsonPrimitive primitive) {
                corrected.add(name, corrected(primitive, schema));
            }
        });
        return corrected;
    }

    private static JsonPrimitive corrected(JsonPrimitive value, Schema<?> schema) {
        if (value.isNumber() && "string".equals(schema.getType())) {
            return new JsonPrimitive(value.getAsString());
        }
        if (value.isString()
                && "integer".equals(schema.getType())
                && value.getAsString().matches("\\d{1,15}")) {
            return new JsonPrimitive(value.getAsLong());
        }
        return value;
    }

    private static JsonObject object(Map<String, String> query) {
        JsonObject object = new JsonObject();
        query.forEach(object::addProperty);
        return object;
    }
}
