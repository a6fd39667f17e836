package io.github.mpesasdk.sandbox.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import io.github.mpesasdk.sandbox.market.Violation;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a request against {@code ipg.xsd} and, as an object of its items, against {@code messages.yaml}. */
final class RequestRules {

    private static final String MESSAGES = "io/github/mpesasdk/specs/drc/messages.yaml";

    private RequestRules() {}

    static List<Violation> violations(Event event, SoapRequest request) {
        List<Violation> found = new ArrayList<>(token(event, request));
        if (request.list() == null) {
            found.add(Violation.missing("Request", "Request is missing"));
            return found;
        }
        Optional<String> complaint = RequestSchema.complaint(request.list());
        if (complaint.isPresent()) {
            found.add(Violation.invalid("Request", "Request does not fit ipg.xsd: " + complaint.get()));
            return found;
        }
        found.addAll(forms(event, request.items()));
        found.addAll(OpenApiSpec.load(MESSAGES).violations(message(event, request.items())));
        found.addAll(decimals(request.text("Amount")));
        found.addAll(order(event, request.items()));
        return List.copyOf(found);
    }

    /** What to tell the caller: a missing item first, and the rule in words rather than as a pattern. */
    static Optional<String> refusal(Event event, List<Violation> violations) {
        List<Violation> refused = violations.stream().filter(Violation::refused).toList();
        return refused.stream()
                .filter(Violation::missing)
                .findFirst()
                .or(() -> refused.stream().findFirst())
                .map(violation -> words(event, violation));
    }

    private static List<Violation> token(Event event, SoapRequest request) {
        if (event == Event.LOGIN) {
            return request.token() == null
                    ? List.of()
                    : List.of(new Violation("Token", "Token is sent with a login", false, false));
        }
        return request.token() == null ? List.of(Violation.missing("Token", "Token is missing")) : List.of();
    }

    private static List<Violation> forms(Event event, List<Item> items) {
        List<Violation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Item item : items) {
            String name = item.name();
            if (name.isEmpty()) {
                found.add(Violation.invalid("Request", "Request has an item without a name"));
                continue;
            }
            String type = event.typeOf(name);
            if (!seen.add(name)) {
                found.add(Violation.invalid(name, name + " is there twice"));
            }
            if (!type.equals(item.type())) {
                found.add(Violation.invalid(name, name + " must have the type " + type));
            }
            if (!item.isInUsualOrder()) {
                found.add(Violation.invalid(name, name + " must be written as name, type, value"));
            }
        }
        return found;
    }

    /** Inferred: no known amount has any decimals, and no currency has more than two. */
    private static List<Violation> decimals(String amount) {
        boolean tooMany = amount.matches("[0-9]+\\.[0-9]+")
                && new BigDecimal(amount).stripTrailingZeros().scale() > 2;
        return tooMany
                ? List.of(Violation.invalid("Amount", "Amount must not have more than two decimals"))
                : List.of();
    }

    /** Clients that order the items otherwise are known, so nobody is refused for it. */
    private static List<Violation> order(Event event, List<Item> items) {
        List<String> sent = items.stream().map(Item::name).toList();
        List<String> expected = operation(event).fields().keySet().stream()
                .filter(sent::contains)
                .toList();
        List<String> known = sent.stream().filter(expected::contains).distinct().toList();
        return known.equals(expected)
                ? List.of()
                : List.of(new Violation("Request", "Request has its items in another order", false, false));
    }

    private static String words(Event event, Violation violation) {
        String field = violation.field();
        if (violation.text().startsWith(field + " ")) {
            return violation.text();
        }
        Schema<?> schema = operation(event).fields().get(field);
        if (schema == null) {
            return field + " is not valid";
        }
        Object hint =
                schema.getExtensions() == null ? null : schema.getExtensions().get("x-hint");
        if (hint != null) {
            return field + " must be " + hint;
        }
        return schema.getEnum() == null ? field + " must not be empty" : field + " must be one of " + schema.getEnum();
    }

    private static SpecOperation operation(Event event) {
        return OpenApiSpec.load(MESSAGES).operation(message(event, List.of())).orElseThrow();
    }

    private static MarketRequest message(Event event, List<Item> items) {
        JsonObject object = new JsonObject();
        items.stream()
                .filter(item -> item.value() != null)
                .forEach(item -> object.addProperty(item.name(), item.value()));
        return new MarketRequest(
                0, "POST", "/" + event.id, Map.of(), Map.of("Content-Type", "application/json"), object.toString());
    }
}
