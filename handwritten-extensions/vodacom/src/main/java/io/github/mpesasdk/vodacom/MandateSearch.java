package io.github.mpesasdk.vodacom;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Names a mandate, to ask for it or to cancel it. Used within one call, by one thread. */
public final class MandateSearch {

    private final Numbers numbers;

    @Nullable
    String payer;

    @Nullable
    String token;

    @Nullable
    String reference;

    @Nullable
    String mandateId;

    @Nullable
    BigDecimal covered;

    MandateSearch(Numbers numbers) {
        this.numbers = numbers;
    }

    /** The customer's number; or give the {@link #token}. */
    public MandateSearch from(String msisdn) {
        this.payer = numbers.read(msisdn);
        return this;
    }

    /** The token that stands for the customer's number. */
    public MandateSearch token(String msisdnToken) {
        this.token = msisdnToken;
        return this;
    }

    /** The reference that the mandate was created with. */
    public MandateSearch reference(String text) {
        this.reference = text;
        return this;
    }

    /** The gateway's id of the mandate, if it is known. */
    public MandateSearch mandateId(String id) {
        this.mandateId = id;
        return this;
    }

    /** Asks whether the customer's balance covers an amount as well. Not for cancelling. */
    public MandateSearch covers(BigDecimal amount) {
        this.covered = amount;
        return this;
    }
}
