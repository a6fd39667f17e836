package io.github.mpesasdk.kenya;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a caller says about one reversal; the client adds the rest. Used within one call, by one thread. */
public final class ReversalDraft {

    @Nullable
    String receipt;

    @Nullable
    BigDecimal amount;

    @Nullable
    String occasion;

    @Nullable
    URI callback;

    String remarks = "reversal";

    ReversalDraft() {}

    /**
     * The M-Pesa receipt of the payment to undo: ten letters and digits. Only payments from customers can be undone.
     */
    public ReversalDraft receipt(String number) {
        this.receipt = number;
        return this;
    }

    /** Whole shillings. */
    public ReversalDraft amount(long shillings) {
        return amount(BigDecimal.valueOf(shillings));
    }

    /** Whole shillings; a fraction is refused, never rounded. */
    public ReversalDraft amount(BigDecimal shillings) {
        this.amount = shillings;
        return this;
    }

    /** 2 to 100 characters. */
    public ReversalDraft remarks(String text) {
        this.remarks = text;
        return this;
    }

    /** At most 100 characters. */
    public ReversalDraft occasion(String text) {
        this.occasion = text;
        return this;
    }

    /** Where the outcome shall be posted, instead of the client's own address. A random segment is appended. */
    public ReversalDraft callback(URI address) {
        this.callback = address;
        return this;
    }
}
