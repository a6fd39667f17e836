package io.github.mpesasdk.vodacom;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment to a business; the client adds the rest. Used within one call, by one thread.
 */
public final class BusinessPaymentDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    String payee;

    @Nullable
    String description;

    @Nullable
    String reference;

    @Nullable
    String conversationId;

    BusinessPaymentDraft() {}

    /** In the major unit of the currency, such as shillings. */
    public BusinessPaymentDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In the major unit of the currency, such as shillings; never rounded. */
    public BusinessPaymentDraft amount(BigDecimal units) {
        this.amount = units;
        return this;
    }

    /** The short code that receives the money: 4 to 12 letters or digits; in the sandbox {@code 000001}. */
    public BusinessPaymentDraft to(String shortCode) {
        this.payee = shortCode;
        return this;
    }

    /** What is paid for: 1 to 256 letters, digits, spaces, underscores or plus signs, and no punctuation. */
    public BusinessPaymentDraft description(String text) {
        this.description = text;
        return this;
    }

    /**
     * What your books call the payment, instead of a random one: 1 to 20 letters, digits, spaces, underscores or plus
     * signs.
     */
    public BusinessPaymentDraft reference(String text) {
        this.reference = text;
        return this;
    }

    /**
     * Your own id of this payment, instead of a random one: 1 to 32 letters or digits. The gateway refuses an id that
     * it has seen, so one id can pay once. Whoever can guess it can forge the callback.
     */
    public BusinessPaymentDraft conversationId(String id) {
        this.conversationId = id;
        return this;
    }
}
