package io.github.mpesasdk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a case sends, is answered and receives to the schemas of the spec. */
final class CasePayloads {

    // Stand for values that a case leaves open, in the form that the spec wants.
    private static final String CREDENTIAL = "bm90LWEtcmVhbC1jcmVkZW50aWFs";
    private static final String OPEN_VALUE = "ownReference0001";

    private final Spec spec;
    private final Optional<String> tokenOperation;
    private final PayloadCheck check;

    CasePayloads(MarketCases market) {
        this.spec = market.spec();
        this.tokenOperation = market.setup().tokenOperation();
        this.check = new PayloadCheck(spec);
    }

    /** What the spec has against a case; departures that the case owns up to do not count, but must be some. */
    List<String> objections(ConformanceCase one) {
        return one.isCallback() ? inCallback(one) : inOperation(one);
    }

    private List<String> inCallback(ConformanceCase one) {
        JsonElement body = one.given().get("body");
        String schema = spec.callback(one.subject()).requestSchema().orElseThrow();
        return body == null ? List.of() : weigh("the callback", one.isMalformed(), check.objections(body, schema));
    }

    private List<String> inOperation(ConformanceCase one) {
        SpecOperation operation = spec.operation(one.subject());
        List<String> found = new ArrayList<>(inRequest(one.request(), operation));
        one.answers().forEach(answer -> found.addAll(inAnswer(answer, operation)));
        one.tokenAnswers()
                .forEach(answer -> found.addAll(inAnswer(answer, spec.operation(tokenOperation.orElseThrow()))));
        return found;
    }

    private List<String> inRequest(@Nullable JsonObject request, SpecOperation operation) {
        if (request == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        if (!request.get("method").getAsString().equals(operation.method())
                || !request.get("path").getAsString().equals(operation.path())) {
            found.add("the request is not to " + operation.method() + " " + operation.path());
        }
        if (!Objects.equals(request.get("port"), operation.definition().get("x-port"))) {
            found.add("the request is not to the port of the spec");
        }
        JsonObject payload = request.getAsJsonObject(request.has("body") ? "body" : "query");
        operation
                .requestSchema()
                .ifPresent(
                        schema -> found.addAll(weigh("the request", false, check.objections(filled(payload), schema))));
        return found;
    }

    private List<String> inAnswer(JsonObject answer, SpecOperation operation) {
        if (!answer.has("body")) {
            return List.of();
        }
        String schema = operation.answerSchema(answer.get("status").getAsInt());
        return weigh(
                "the answer",
                ConformanceCase.isTrue(answer, "malformed"),
                check.objections(answer.get("body"), schema));
    }

    private static List<String> weigh(String what, boolean malformed, List<String> objections) {
        if (!malformed) {
            return objections.stream().map(each -> what + ": " + each).toList();
        }
        return objections.isEmpty() ? List.of(what + " is called malformed, but matches the spec") : List.of();
    }

    private static JsonObject filled(JsonObject payload) {
        Map<String, JsonElement> fields = new LinkedHashMap<>(payload.asMap());
        JsonObject filled = new JsonObject();
        fields.forEach((name, value) -> {
            if (value.isJsonObject()) {
                boolean encrypted = value.getAsJsonObject().has("$encrypted");
                filled.addProperty(name, encrypted ? CREDENTIAL : OPEN_VALUE);
            } else {
                filled.add(name, value);
            }
        });
        return filled;
    }
}
