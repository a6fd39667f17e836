package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The only merchant of a tenant, by the items in which requests name it. */
final class Merchant {

    private final Map<String, String> items = new LinkedHashMap<>();

    Merchant(Credentials credentials) {
        items.put("ServiceProviderCode", credentials.fixed("drc.serviceProviderCode", "4321"));
        items.put("CommandId", credentials.fixed("drc.c2bCommandId", "InitTrans_sandboxC2B"));
        items.put("ServiceProviderName", credentials.fixed("drc.serviceProviderName", "SANDBOX"));
        items.put("Shortcode", credentials.fixed("drc.shortCode", "54321"));
        items.put("CommandID", credentials.fixed("drc.b2cCommandId", "InitTrans_sandboxB2C"));
    }

    String item(String name) {
        return Objects.requireNonNull(items.get(name), name);
    }

    /** Inferred: what happens to another merchant's payment is recorded nowhere. */
    List<Violation> violations(SpecOperation operation, SoapRequest request) {
        return items.entrySet().stream()
                .filter(item -> operation.fields().containsKey(item.getKey()))
                .filter(item -> !request.text(item.getKey()).isEmpty())
                .filter(item -> !request.text(item.getKey()).equals(item.getValue()))
                .map(item -> Violation.rule(item.getKey(), "is not this merchant's", "inferred"))
                .toList();
    }
}
