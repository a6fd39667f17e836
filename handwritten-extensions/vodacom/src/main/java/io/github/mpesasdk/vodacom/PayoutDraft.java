package io.github.mpesasdk.vodacom;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one payment to a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class PayoutDraft {

    private final Numbers numbers;

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

    PayoutDraft(Numbers numbers) {
        this.numbers = numbers;
    }

    /** In the major unit of the currency, such as shillings. */
    public PayoutDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In the major unit of the currency, such as shillings; never rounded. */
    public PayoutDraft amount(BigDecimal units) {
        this.amount = units;
        return this;
    }

    /** The customer's number as people of the market write it; in the sandbox also {@code 000000000001}. */
    public PayoutDraft to(String msisdn) {
        this.payee = numbers.read(msisdn);
        return this;
    }

    /** What is paid for: 1 to 256 letters, digits, spaces, underscores or plus signs, and no punctuation. */
    public PayoutDraft description(String text) {
        this.description = text;
        return this;
    }

    /**
     * What your books call the payment, instead of a random one: 1 to 20 letters, digits, spaces, underscores or plus
     * signs.
     */
    public PayoutDraft reference(String text) {
        this.reference = text;
        return this;
    }

    /**
     * Your own id of this payment, instead of a random one: 1 to 32 letters or digits. The gateway refuses an id that
     * it has seen, so one id can pay once. Whoever can guess it can forge the callback.
     */
    public PayoutDraft conversationId(String id) {
        this.conversationId = id;
        return this;
    }
}
