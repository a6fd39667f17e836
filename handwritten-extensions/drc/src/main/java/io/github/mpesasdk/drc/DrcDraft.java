package io.github.mpesasdk.drc;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import java.math.BigDecimal;
import java.net.URI;

/** What the drafts of the DRC have in common. */
public abstract class DrcDraft<D extends DrcDraft<D>> extends Draft<D> {

    DrcDraft() {
        name("amount", "Amount");
        name("currency", "Currency");
        name("id", DrcMarket.ID);
    }

    /** In francs or dollars. */
    public final D amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In francs or dollars; never rounded. Whether the gateway takes decimals is not known. */
    public final D amount(BigDecimal units) {
        return set("amount", "Amount", units);
    }

    /** {@link DrcCurrency#CDF} or {@link DrcCurrency#USD}. */
    public final D currency(DrcCurrency value) {
        return set("currency", "Currency", value.value());
    }

    /**
     * Your own once-only id of this payment, instead of a random one: 1 to 64 letters, digits, points, hyphens or
     * underscores. The gateway refuses an id that it has seen, so one id can pay once.
     */
    public final D id(String onceOnly) {
        return set("id", DrcMarket.ID, onceOnly);
    }

    /** Where the outcome of this call is to be posted, instead of the client's own address. A token is appended. */
    public final D callback(URI address) {
        return callbackTo(address);
    }

    /** The customer's number as people write it. */
    final D number(String word, String msisdn) {
        try {
            return number(word, Msisdn.of(msisdn, DrcNumbers.PLAN));
        } catch (InvalidInputException unreadable) {
            return wrong(word, "CustomerMSISDN", unreadable);
        }
    }

    final D number(String word, Msisdn msisdn) {
        return set(word, "CustomerMSISDN", msisdn.digits());
    }
}
