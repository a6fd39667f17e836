package io.github.mpesasdk.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Operation;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a client of one market the answers of somebody else's gateway, to a request that one of our cases makes. */
record PlayedAnswers(MarketCases market) {

    private static final String PLAIN = "accepted|paid|answered|issued|registered|completed|asked";

    /** The operation of the spec with this method and an address that ends a path. */
    Optional<SpecOperation> operation(String method, String path) {
        String address = path.replaceFirst("\\?.*$", "");
        return market.spec().operations().values().stream()
                .filter(each -> each.method().equals(method) && address.endsWith(each.address()))
                .max(Comparator.comparingInt(each -> each.address().length()));
    }

    /** What a caller sees. */
    Observed play(String operation, Optional<String> otherMarket, List<JsonObject> answers) throws IOException {
        JsonObject model = model(operation).written().deepCopy();
        otherMarket.ifPresent(name -> model.getAsJsonObject("given").addProperty("market", name));
        model.remove("answer");
        model.remove("answers");
        JsonArray list = new JsonArray();
        answers.forEach(answer -> list.add(repeating(operation, answer)));
        model.add("answers", list);
        ConformanceCase played = new ConformanceCase(operation, "played", model, model);
        MarketCases placed = market.setUpFor(played);
        try (CannedGateway gateway = CannedGateway.start(placed, played)) {
            return market.market()
                    .play(
                            OperationCasesTest.environment(placed, played, gateway),
                            operation,
                            played.given().getAsJsonObject("input"));
        }
    }

    /** A case that is accepted, and whose request is JSON or a query. */
    private ConformanceCase model(String operation) {
        return market.operationCases()
                .filter(each -> each.subject().equals(operation)
                        && each.expect().has("returned")
                        && each.tokenAnswers().isEmpty())
                .min(Comparator.comparing((ConformanceCase each) -> !each.name().matches(PLAIN))
                        .thenComparing(ConformanceCase::name))
                .orElseThrow();
    }

    /** The answer with our ids in the place of theirs, or it would be one to another request. */
    private JsonObject repeating(String operation, JsonObject answer) {
        JsonObject copy = answer.deepCopy();
        Operation<?, ?> known = market.market().operations().stream()
                .filter(each -> each.id().equals(operation))
                .findFirst()
                .orElseThrow();
        if (copy.get("body") instanceof JsonObject body) {
            known.repeats().answer().forEach((repeated, sent) -> {
                JsonElement told = body.get(repeated);
                if (told != null && !Set.of("", "N/A").contains(told.getAsString())) {
                    JsonObject fromRequest = new JsonObject();
                    fromRequest.addProperty(CannedGateway.SENT, sent);
                    body.add(repeated, fromRequest);
                }
            });
        }
        return copy;
    }
}
