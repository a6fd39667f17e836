package io.github.mpesasdk.drc;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment of a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class ChargeDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    DrcCurrency currency;

    @Nullable
    String payer;

    @Nullable
    String surname;

    @Nullable
    String initials;

    @Nullable
    String reference;

    ChargeDraft() {}

    /** In francs or dollars. */
    public ChargeDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In francs or dollars; never rounded. Whether the gateway takes decimals is not known. */
    public ChargeDraft amount(BigDecimal units) {
        this.amount = units;
        return this;
    }

    /** {@link DrcCurrency#CDF} or {@link DrcCurrency#USD}. */
    public ChargeDraft currency(DrcCurrency value) {
        this.currency = value;
        return this;
    }

    /** The customer's number as people write it: {@code 0810 000 001} or {@code +243 810 000 001}. */
    public ChargeDraft from(String msisdn) {
        this.payer = Msisdn.of(msisdn, DrcNumbers.PLAN).digits();
        return this;
    }

    /** Free text that the gateway demands; aggregators put the merchant's name here. */
    public ChargeDraft surname(String text) {
        this.surname = text;
        return this;
    }

    /** Free text that the gateway demands; some put a description of the payment here. */
    public ChargeDraft initials(String text) {
        this.initials = text;
        return this;
    }

    /**
     * Your own reference of this payment, instead of a random one: 1 to 64 letters, digits, points, hyphens or
     * underscores. The gateway refuses one that it has seen, so one reference can pay once.
     */
    public ChargeDraft reference(String text) {
        this.reference = text;
        return this;
    }
}
