package io.github.mpesasdk.vodacom;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a caller says about one reversal; the client adds the rest. Used within one call, by one thread. */
public final class ReversalDraft {

    @Nullable
    String transaction;

    @Nullable
    BigDecimal amount;

    @Nullable
    String conversationId;

    ReversalDraft() {}

    /** The M-Pesa receipt of the payment, exactly as it came; capital letters count. */
    public ReversalDraft transaction(String receipt) {
        this.transaction = receipt;
        return this;
    }

    /** How much to give back, in the major unit of the currency; all of it unless said otherwise. */
    public ReversalDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** How much to give back, in the major unit of the currency; all of it unless said otherwise. */
    public ReversalDraft amount(BigDecimal units) {
        this.amount = units;
        return this;
    }

    /** Your own id of this reversal, instead of a random one: 1 to 32 letters or digits, never used before. */
    public ReversalDraft conversationId(String id) {
        this.conversationId = id;
        return this;
    }
}
