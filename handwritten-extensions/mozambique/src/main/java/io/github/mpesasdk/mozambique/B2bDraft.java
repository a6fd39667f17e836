package io.github.mpesasdk.mozambique;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment to a business; the client adds the rest. Used within one call, by one thread.
 */
public final class B2bDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    String receiver;

    @Nullable
    String transactionReference;

    @Nullable
    String thirdPartyReference;

    B2bDraft() {}

    /** Meticais, above zero. */
    public B2bDraft amount(long meticais) {
        return amount(BigDecimal.valueOf(meticais));
    }

    /** Meticais, above zero; decimals are allowed. */
    public B2bDraft amount(BigDecimal meticais) {
        this.amount = meticais;
        return this;
    }

    /** The short code of the business that is paid: 5 or 6 digits. */
    public B2bDraft to(String shortCode) {
        this.receiver = shortCode;
        return this;
    }

    /**
     * What the payment is for in your books, such as an invoice number: 1 to 20 letters, digits or underscores. Without
     * it, a random one is sent.
     */
    public B2bDraft transactionReference(String text) {
        this.transactionReference = text;
        return this;
    }

    /**
     * Your own id of this payment, instead of a random one: 1 to 40 letters, digits or underscores, never used before.
     * It may be guessed, so a callback under it is believed only with the conversation id that the gateway answered.
     */
    public B2bDraft thirdPartyReference(String id) {
        this.thirdPartyReference = id;
        return this;
    }
}
