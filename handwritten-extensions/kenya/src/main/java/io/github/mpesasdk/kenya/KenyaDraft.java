package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NumberingPlan;
import java.math.BigDecimal;
import java.net.URI;

/** What the drafts of Kenya have in common. */
public abstract class KenyaDraft<D extends KenyaDraft<D>> extends Draft<D> {

    KenyaDraft() {
        name("amount", "Amount");
    }

    /** Whole shillings. */
    public final D amount(long shillings) {
        return amount(BigDecimal.valueOf(shillings));
    }

    /** Whole shillings; a fraction is refused, never rounded. */
    public final D amount(BigDecimal shillings) {
        return set("amount", "Amount", shillings);
    }

    /** Where the outcome of this call is to be posted, instead of the client's own address. A token is appended. */
    public final D callback(URI address) {
        return callbackTo(address);
    }

    /** A mobile number as people write it. */
    final D number(String word, String wireName, String msisdn) {
        try {
            return set(word, wireName, Msisdn.of(msisdn, NumberingPlan.KENYA).digits());
        } catch (InvalidInputException unreadable) {
            return wrong(word, wireName, unreadable);
        }
    }
}
