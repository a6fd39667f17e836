package io.github.mpesasdk.sandbox.market;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.mpesasdk.sandbox.Delivery;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Journal;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.callbacks.Callback;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the sandbox's own answers and callbacks against the spec, as strictly as it holds its callers. */
public final class OwnWordsCheck {

    private static final String CALLBACKS = "/callbacks/";

    private final OpenApiInteractionValidator validator;

    public OwnWordsCheck(String resource) {
        OpenAPI api = OpenApiSpec.parse(OpenApiSpec.read(resource));
        // The validator knows nothing of callbacks, so each becomes a path under its own name.
        Map<String, PathItem> callbacks = new LinkedHashMap<>();
        api.getPaths().values().forEach(item -> item.readOperations()
                .forEach(operation -> collect(operation, callbacks)));
        callbacks.forEach(api.getPaths()::addPathItem);
        validator = OpenApiInteractionValidator.createFor(api).build();
    }

    /**
     * What is wrong with all that a sandbox said.
     *
     * @param prefix a pattern of what stands before the paths of the spec
     */
    public List<String> faults(Journal journal, String prefix) {
        List<String> wrong = new ArrayList<>();
        for (Exchange exchange : journal.exchanges()) {
            // The silence after a wrong secret in Kenya is in the spec's words but not in its schemas.
            boolean spoke = !exchange.answer().isEmpty();
            boolean asUsual = exchange.faults().stream().allMatch(fault -> fault.moment() == Fault.Moment.CALLBACK);
            if (spoke && asUsual && exchange.operationId() != null) {
                String path = exchange.path().replaceFirst(prefix, "");
                wrong.addAll(answer(exchange.method(), path, exchange.status(), exchange.answer()));
            }
        }
        for (Delivery delivery : journal.deliveries()) {
            wrong.addAll(callback(delivery.operationId(), delivery.body()));
        }
        return wrong;
    }

    public List<String> answer(String method, String path, int status, String body) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
        if (!body.isEmpty()) {
            response.withContentType("application/json").withBody(body);
        }
        return texts(validator.validateResponse(path, Request.Method.valueOf(method), response.build()));
    }

    public List<String> callback(String operationId, String body) {
        return texts(validator.validateRequest(SimpleRequest.Builder.post(CALLBACKS + operationId)
                .withContentType("application/json")
                .withBody(body)
                .build()));
    }

    private static void collect(Operation operation, Map<String, PathItem> callbacks) {
        if (operation.getCallbacks() == null) {
            return;
        }
        for (Callback callback : operation.getCallbacks().values()) {
            for (PathItem item : callback.values()) {
                callbacks.put(CALLBACKS + item.getPost().getOperationId(), item);
            }
        }
    }

    private static List<String> texts(ValidationReport report) {
        return report.getMessages().stream()
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }
}
