package io.github.mpesasdk.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.cli.conformance.SoapMessage;
import io.github.mpesasdk.cli.conformance.XmlMatch;
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
    private final Optional<String> probeOperation;
    private final boolean onePort;
    private final PayloadCheck check;

    CasePayloads(MarketCases market) {
        this.spec = market.spec();
        this.tokenOperation = market.setup().tokenOperation();
        this.probeOperation = market.setup().probe().map(Setup.Probe::operation);
        this.onePort = market.setup().hasOnePort();
        this.check = new PayloadCheck(spec);
    }

    /** What the spec has against a case; departures that the case owns up to do not count, but must be some. */
    List<String> objections(ConformanceCase one) {
        return one.isCallback() ? inCallback(one) : inOperation(one);
    }

    private List<String> inCallback(ConformanceCase one) {
        String schema = spec.callback(one.subject()).requestSchema().orElseThrow();
        return Payload.content(one.given())
                .map(content -> weigh("the callback", one.isMalformed(), check.objections(content, schema)))
                .orElse(List.of());
    }

    private List<String> inOperation(ConformanceCase one) {
        SpecOperation operation = spec.operation(one.subject());
        List<String> found = new ArrayList<>(inRequest(one.request(), operation));
        one.answers().forEach(answer -> found.addAll(inAnswer(answer, operation)));
        one.tokenAnswers()
                .forEach(answer -> found.addAll(inAnswer(answer, spec.operation(tokenOperation.orElseThrow()))));
        one.probeAnswers()
                .forEach(answer -> found.addAll(inAnswer(answer, spec.operation(probeOperation.orElseThrow()))));
        return found;
    }

    private List<String> inRequest(@Nullable JsonObject request, SpecOperation operation) {
        if (request == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        if (!request.get("method").getAsString().equals(operation.method())
                || !request.get("path").getAsString().equals(operation.address())) {
            found.add("the request is not to " + operation.method() + " " + operation.address());
        }
        if (!onePort
                && !Objects.equals(request.get("port"), operation.definition().get("x-port"))) {
            found.add("the request is not to the port of the spec");
        }
        Payload.soap(request).ifPresent(soap -> found.addAll(inEnvelope(soap, operation)));
        JsonObject payload = Payload.content(request).orElseGet(() -> request.getAsJsonObject("query"));
        operation
                .requestSchema()
                .ifPresent(
                        schema -> found.addAll(weigh("the request", false, check.objections(filled(payload), schema))));
        return found;
    }

    private List<String> inAnswer(JsonObject answer, SpecOperation operation) {
        Optional<JsonObject> content = Payload.content(answer);
        if (content.isEmpty()) {
            return List.of();
        }
        int status = answer.get("status").getAsInt();
        // A fault is one with any status.
        String schema = content.get().has("faultcode")
                ? operation.answerSchemas().getOrDefault("default", "")
                : operation.answerSchema(status);
        return weigh(
                "the answer",
                ConformanceCase.isTrue(answer, "malformed"),
                check.objections(filled(content.get()), schema));
    }

    /** What the items and the header of a request are, beside what they say. */
    private List<String> inEnvelope(SoapMessage request, SpecOperation operation) {
        List<String> found = new ArrayList<>();
        JsonObject event = operation.event().orElseThrow();
        if (!request.event().equals(event.get("id").getAsString())) {
            found.add("the request: the EventID is not that of the spec");
        }
        if (request.token().isPresent() == operation.security().isEmpty()) {
            found.add("the request: a Token, where the spec wants none, or the other way round");
        }
        List<String> order = List.copyOf(spec.schema(operation.requestSchema().orElseThrow())
                .getAsJsonObject("properties")
                .keySet());
        if (!order.equals(List.copyOf(request.types().keySet()))) {
            found.add("the request: the items are not those of the spec, in their order");
        }
        JsonArray dates = event.has("dates") ? event.getAsJsonArray("dates") : new JsonArray();
        request.types().forEach((name, type) -> {
            if (!type.equals(dates.contains(new JsonPrimitive(name)) ? "Date" : "String")) {
                found.add("the request: the type of " + name + " is not that of the spec");
            }
        });
        return found;
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
            if (value instanceof JsonObject open && open.has("$encrypted")) {
                filled.addProperty(name, CREDENTIAL);
            } else if (isOpen(value)) {
                filled.addProperty(name, OPEN_VALUE);
            } else {
                filled.add(name, value);
            }
        });
        return filled;
    }

    private static boolean isOpen(JsonElement value) {
        return value instanceof JsonObject object
                ? object.has(XmlMatch.ANY) || object.has(CannedGateway.SENT)
                : value.equals(new JsonPrimitive(XmlMatch.ANY));
    }
}
