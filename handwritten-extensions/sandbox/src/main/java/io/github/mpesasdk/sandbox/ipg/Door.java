package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What every request to these gateways must bring, whatever it asks for. */
public final class Door {

    private Door() {}

    /** Adds what is wrong with the headers to what is wrong with the fields. */
    public static List<Violation> violations(MarketRequest request, List<Violation> ofTheSpec) {
        List<Violation> found = new ArrayList<>(ofTheSpec);
        if (request.header("Origin") == null) {
            found.add(Violation.missing("Origin", "Origin is missing"));
        }
        String type = request.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            // Inferred: a GET without it is let pass, as it has no content.
            boolean refused = !request.method().equals("GET");
            found.add(new Violation("Content-Type", "Content-Type is not application/json", false, refused));
        }
        return List.copyOf(found);
    }

    /** What the gateway answers before it looks at any field. The status of a missing Origin is recorded nowhere. */
    public static Optional<MarketAnswer> refusal(MarketRequest request, Judgement judgement) {
        if (request.header("Origin") == null) {
            return Optional.of(FaultAnswers.error(400, "Origin header is missing"));
        }
        return judgement.caller() == null ? Optional.of(FaultAnswers.notAuthorized()) : Optional.empty();
    }

    /** Inferred: how the gateway answers where it has nothing is recorded nowhere. */
    public static MarketAnswer noSuchOperation(boolean knownPath) {
        return knownPath
                ? FaultAnswers.error(405, "Method not allowed")
                : FaultAnswers.error(404, "Resource not found");
    }
}
