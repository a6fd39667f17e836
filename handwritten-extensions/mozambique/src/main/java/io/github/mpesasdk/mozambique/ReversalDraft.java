package io.github.mpesasdk.mozambique;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a caller says about one reversal; the client adds the rest. Used within one call, by one thread. */
public final class ReversalDraft {

    @Nullable
    String transactionId;

    @Nullable
    BigDecimal amount;

    @Nullable
    String thirdPartyReference;

    ReversalDraft() {}

    /** The transaction id of the payment to undo. */
    public ReversalDraft transactionId(String id) {
        this.transactionId = id;
        return this;
    }

    /** The part to give back, in meticais; all of it unless said otherwise. */
    public ReversalDraft amount(long meticais) {
        return amount(BigDecimal.valueOf(meticais));
    }

    /** The same with decimals. */
    public ReversalDraft amount(BigDecimal meticais) {
        this.amount = meticais;
        return this;
    }

    /**
     * Your own id of this reversal, instead of a random one: 1 to 40 letters, digits or underscores, never used before.
     * It may be guessed, so a callback under it is believed only with the conversation id that the gateway answered.
     */
    public ReversalDraft thirdPartyReference(String id) {
        this.thirdPartyReference = id;
        return this;
    }
}
