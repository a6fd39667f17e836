package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All mandates, by market and ThirdPartyReference. A cancelled one stays, so that it can be asked for. */
final class Mandates {

    private final Catalogue catalogue;
    private final Map<String, Mandate> mandates = new ConcurrentHashMap<>();

    Mandates(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Keeps a new mandate, unless there is an active one under its reference. */
    boolean open(String market, Mandate mandate) {
        Mandate kept =
                mandates.merge(key(market, mandate.reference()), mandate, (old, fresh) -> old.active() ? old : fresh);
        return kept.equals(mandate);
    }

    Optional<Mandate> of(Call call) {
        return Optional.ofNullable(mandates.get(key(call.market(), call.text("ThirdPartyReference"))));
    }

    /** Cancels a mandate that is active. */
    boolean cancel(String market, Mandate mandate) {
        return mandate.active() && mandates.replace(key(market, mandate.reference()), mandate, mandate.cancelled());
    }

    /** What a request says of a mandate that is not so. */
    Optional<Code> contradiction(Call call, Mandate mandate) {
        if (call.has("MandateID") && !call.text("MandateID").equals(mandate.id())) {
            return Optional.of(catalogue.of("INS-52", call.id()));
        }
        boolean otherCustomer =
                call.has("CustomerMSISDN") && !call.text("CustomerMSISDN").equals(mandate.msisdn());
        boolean otherToken =
                call.has("MsisdnToken") && !call.text("MsisdnToken").equals(mandate.token());
        return otherCustomer || otherToken ? Optional.of(catalogue.of("INS-50", call.id())) : Optional.empty();
    }

    /** What is said where there is no mandate. */
    Code none(Call call) {
        return catalogue.of("INS-6", call.id(), "Mandate does not exist");
    }

    void reset() {
        mandates.clear();
    }

    private static String key(String market, String reference) {
        return market + " " + reference;
    }
}
