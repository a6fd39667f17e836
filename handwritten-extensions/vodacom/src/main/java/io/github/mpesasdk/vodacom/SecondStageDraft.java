package io.github.mpesasdk.vodacom;

import org.jspecify.annotations.Nullable;

/** What a caller says about the second stage of a payment. Used within one call, by one thread. */
public final class SecondStageDraft {

    @Nullable
    String transaction;

    @Nullable
    String voucher;

    @Nullable
    String conversationId;

    SecondStageDraft() {}

    /** The M-Pesa receipt of the first stage. */
    public SecondStageDraft transaction(String receipt) {
        this.transaction = receipt;
        return this;
    }

    /** The voucher that the first stage was answered with. A secret. */
    public SecondStageDraft voucher(String code) {
        this.voucher = code;
        return this;
    }

    /**
     * Your own id of this stage, instead of a random one: 1 to 32 letters or digits, never used before. Remember what
     * it was for: see {@link Callbacks#receiveSecondStage}.
     */
    public SecondStageDraft conversationId(String id) {
        this.conversationId = id;
        return this;
    }
}
