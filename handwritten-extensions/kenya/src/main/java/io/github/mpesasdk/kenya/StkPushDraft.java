package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NumberingPlan;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a caller says about one STK push; the client adds the rest. Used within one call, by one thread. */
public final class StkPushDraft {

    @Nullable
    BigDecimal amount;

    @Nullable
    Msisdn payer;

    @Nullable
    String accountReference;

    @Nullable
    String description;

    @Nullable
    URI callback;

    StkPushDraft() {}

    /** Whole shillings, 1 to 250,000. */
    public StkPushDraft amount(long shillings) {
        return amount(BigDecimal.valueOf(shillings));
    }

    /** Whole shillings, 1 to 250,000; a fraction is refused, never rounded. */
    public StkPushDraft amount(BigDecimal shillings) {
        this.amount = shillings;
        return this;
    }

    /** The customer's number as people write it: {@code 0712 345 678}, {@code +254 712 345 678}. */
    public StkPushDraft from(String msisdn) {
        return from(Msisdn.of(msisdn, NumberingPlan.KENYA));
    }

    /** The customer's number. */
    public StkPushDraft from(Msisdn msisdn) {
        this.payer = msisdn;
        return this;
    }

    /** What the customer sees as account: at most 12 characters. */
    public StkPushDraft accountReference(String text) {
        this.accountReference = text;
        return this;
    }

    /** At most 13 characters. Required, although documented as optional: the gateway refuses its absence. */
    public StkPushDraft description(String text) {
        this.description = text;
        return this;
    }

    /** Where the outcome shall be posted, instead of the client's own address. A random segment is appended. */
    public StkPushDraft callback(URI address) {
        this.callback = address;
        return this;
    }
}
