package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Msisdn;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment of a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class ChargeDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    Msisdn payer;

    @Nullable
    String transactionReference;

    @Nullable
    String thirdPartyReference;

    ChargeDraft() {}

    /** Meticais, above zero. */
    public ChargeDraft amount(long meticais) {
        return amount(BigDecimal.valueOf(meticais));
    }

    /** Meticais, above zero; decimals are allowed. */
    public ChargeDraft amount(BigDecimal meticais) {
        this.amount = meticais;
        return this;
    }

    /** The customer's number as people write it: {@code 84 123 4567}, {@code +258 84 123 4567}. */
    public ChargeDraft from(String msisdn) {
        return from(Msisdn.of(msisdn, Mozambique.NUMBERING));
    }

    /** The customer's number. */
    public ChargeDraft from(Msisdn msisdn) {
        this.payer = msisdn;
        return this;
    }

    /**
     * What the payment is for in your books, such as an invoice number: 1 to 20 letters, digits or underscores. Without
     * it, a random one is sent.
     */
    public ChargeDraft transactionReference(String text) {
        this.transactionReference = text;
        return this;
    }

    /**
     * Your own id of this payment, instead of a random one: 1 to 40 letters, digits or underscores, never used before.
     * It may be guessed, so a callback under it is believed only with the conversation id that the gateway answered.
     */
    public ChargeDraft thirdPartyReference(String id) {
        this.thirdPartyReference = id;
        return this;
    }
}
