package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NumberingPlan;
import io.github.mpesasdk.daraja.model.B2cCommandId;
import java.math.BigDecimal;
import java.net.URI;
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
    String occasion;

    @Nullable
    URI callback;

    @Nullable
    String conversationId;

    B2cCommandId command = B2cCommandId.BUSINESS_PAYMENT;
    String remarks = "payment";

    B2cDraft() {}

    /** Whole shillings, 10 to 250,000. */
    public B2cDraft amount(long shillings) {
        return amount(BigDecimal.valueOf(shillings));
    }

    /** Whole shillings, 10 to 250,000; a fraction is refused, never rounded. */
    public B2cDraft amount(BigDecimal shillings) {
        this.amount = shillings;
        return this;
    }

    /** The customer's number as people write it: {@code 0712 345 678}, {@code +254 712 345 678}. */
    public B2cDraft to(String msisdn) {
        return to(Msisdn.of(msisdn, NumberingPlan.KENYA));
    }

    /** The customer's number. */
    public B2cDraft to(Msisdn msisdn) {
        this.payee = msisdn;
        return this;
    }

    /** What the payment is for; a business payment unless said otherwise. */
    public B2cDraft command(B2cCommandId value) {
        this.command = value;
        return this;
    }

    /** 2 to 100 characters. */
    public B2cDraft remarks(String text) {
        this.remarks = text;
        return this;
    }

    /** At most 100 characters. */
    public B2cDraft occasion(String text) {
        this.occasion = text;
        return this;
    }

    /**
     * Your own id of this payment, instead of a fresh UUID. The gateway refuses an id that it has seen, so one id can
     * pay once. Only for the current version of the API.
     */
    public B2cDraft conversationId(String id) {
        this.conversationId = id;
        return this;
    }

    /** Where the outcome shall be posted, instead of the client's own address. A random segment is appended. */
    public B2cDraft callback(URI address) {
        this.callback = address;
        return this;
    }
}
