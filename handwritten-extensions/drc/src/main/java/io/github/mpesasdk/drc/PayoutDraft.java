package io.github.mpesasdk.drc;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment to a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class PayoutDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    DrcCurrency currency;

    @Nullable
    String payee;

    @Nullable
    String reference;

    PayoutDraft() {}

    /** In francs or dollars. */
    public PayoutDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In francs or dollars; never rounded. Whether the gateway takes decimals is not known. */
    public PayoutDraft amount(BigDecimal units) {
        this.amount = units;
        return this;
    }

    /** {@link DrcCurrency#CDF} or {@link DrcCurrency#USD}. */
    public PayoutDraft currency(DrcCurrency value) {
        this.currency = value;
        return this;
    }

    /** The customer's number as people write it: {@code 0810 000 001} or {@code +243 810 000 001}. */
    public PayoutDraft to(String msisdn) {
        this.payee = Msisdn.of(msisdn, DrcNumbers.PLAN).digits();
        return this;
    }

    /**
     * Your own reference of this payment, instead of a random one: 1 to 64 letters, digits, points, hyphens or
     * underscores. The gateway refuses one that it has seen, so one reference can pay once.
     */
    public PayoutDraft reference(String text) {
        this.reference = text;
        return this;
    }
}
