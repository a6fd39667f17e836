package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Msisdn;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment to a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class B2cDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    Msisdn payee;

    @Nullable
    String transactionReference;

    @Nullable
    String thirdPartyReference;

    B2cDraft() {}

    /** Meticais, above zero. */
    public B2cDraft amount(long meticais) {
        return amount(BigDecimal.valueOf(meticais));
    }

    /** Meticais, above zero; decimals are allowed. */
    public B2cDraft amount(BigDecimal meticais) {
        this.amount = meticais;
        return this;
    }

    /** The customer's number as people write it: {@code 84 123 4567}, {@code +258 84 123 4567}. */
    public B2cDraft to(String msisdn) {
        return to(Msisdn.of(msisdn, Mozambique.NUMBERING));
    }

    /** The customer's number. */
    public B2cDraft to(Msisdn msisdn) {
        this.payee = msisdn;
        return this;
    }

    /**
     * What the payment is for in your books, such as an invoice number: 1 to 20 letters, digits or underscores. Without
     * it, a random one is sent.
     */
    public B2cDraft transactionReference(String text) {
        this.transactionReference = text;
        return this;
    }

    /**
     * Your own id of this payment, instead of a random one: 1 to 40 letters, digits or underscores, never used before.
     * It may be guessed, so a callback under it is believed only with the conversation id that the gateway answered.
     */
    public B2cDraft thirdPartyReference(String id) {
        this.thirdPartyReference = id;
        return this;
    }
}
