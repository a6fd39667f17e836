package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import io.github.mpesasdk.sandbox.market.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a request against {@code ipg.xsd} and, as an object of its items, against {@code messages.yaml}. */
final class RequestRules {

    /** No refusal of this gateway is on record. */
    private static final String INFERRED = "inferred";

    private RequestRules() {}

    static List<Violation> violations(SpecOperation operation, SoapRequest request, Catalogue codes) {
        List<Violation> found = new ArrayList<>(token(operation, request));
        if (request.list() == null) {
            found.add(Violation.missing("Request", "is missing", INFERRED));
            return found;
        }
        Optional<String> complaint = RequestSchema.complaint(request.list());
        if (complaint.isPresent()) {
            found.add(Violation.refused("Request", "does not fit ipg.xsd: " + complaint.get(), INFERRED));
            return found;
        }
        Event event = Event.of(operation);
        Set<String> seen = new HashSet<>();
        for (Item item : request.items()) {
            String name = item.name();
            if (name.isEmpty()) {
                found.add(Violation.rule("Request", "has an item without a name", INFERRED));
                continue;
            }
            String type = event.typeOf(name);
            if (!seen.add(name)) {
                found.add(Violation.rule(name, "is there twice", INFERRED));
            }
            if (!type.equals(item.type())) {
                found.add(Violation.rule(name, "must have the type " + type, INFERRED));
            }
            if (!item.isInUsualOrder()) {
                found.add(Violation.rule(name, "must be written as name, type, value", INFERRED));
            }
        }
        found.addAll(Event.MESSAGES.violations(request.request(), codes));
        found.addAll(decimals(request));
        found.addAll(order(operation, request.items()));
        return found;
    }

    private static List<Violation> token(SpecOperation operation, SoapRequest request) {
        boolean wanted = !operation.id().equals(DrcMarket.LOGIN);
        if (wanted == (request.token() != null)) {
            return List.of();
        }
        return List.of(
                wanted
                        ? Violation.missing("Token", "is missing", INFERRED)
                        : Violation.remark("Token", "is sent with a login"));
    }

    /** No known amount has any decimals, and no currency has more than two: there is no such sum to pay. */
    private static List<Violation> decimals(SoapRequest request) {
        String amount = request.text("Amount");
        boolean tooMany = amount.matches("[0-9]+\\.[0-9]+")
                && new BigDecimal(amount).stripTrailingZeros().scale() > 2;
        return tooMany
                ? List.of(Violation.refused("Amount", "must not have more than two decimals", INFERRED))
                : List.of();
    }

    /** Clients that order the items otherwise are known, so nobody is refused for it. */
    private static List<Violation> order(SpecOperation operation, List<Item> items) {
        List<String> sent = items.stream().map(Item::name).toList();
        List<String> expected =
                operation.fields().keySet().stream().filter(sent::contains).toList();
        List<String> known = sent.stream().filter(expected::contains).distinct().toList();
        return known.equals(expected)
                ? List.of()
                : List.of(Violation.remark("Request", "has its items in another order"));
    }
}
