package io.github.mpesasdk.vodacom;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a caller says about one payment under a mandate. Used within one call, by one thread. */
public final class CollectionDraft {

    private final Numbers numbers;

    @Nullable
    BigDecimal amount;

    @Nullable
    String payer;

    @Nullable
    String token;

    @Nullable
    String reference;

    @Nullable
    String mandateId;

    @Nullable
    String conversationId;

    CollectionDraft(Numbers numbers) {
        this.numbers = numbers;
    }

    /** In the major unit of the currency, such as shillings. */
    public CollectionDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In the major unit of the currency, such as shillings; never rounded. */
    public CollectionDraft amount(BigDecimal units) {
        this.amount = units;
        return this;
    }

    /** The customer's number; or give the {@link #token}. */
    public CollectionDraft from(String msisdn) {
        this.payer = numbers.read(msisdn);
        return this;
    }

    /** The token that stands for the customer's number. */
    public CollectionDraft token(String msisdnToken) {
        this.token = msisdnToken;
        return this;
    }

    /** The reference that the mandate was created with. */
    public CollectionDraft reference(String text) {
        this.reference = text;
        return this;
    }

    /** The gateway's id of the mandate, if it is known. */
    public CollectionDraft mandateId(String id) {
        this.mandateId = id;
        return this;
    }

    /** Your own id of this payment, instead of a random one: 1 to 32 letters or digits, never used before. */
    public CollectionDraft conversationId(String id) {
        this.conversationId = id;
        return this;
    }
}
