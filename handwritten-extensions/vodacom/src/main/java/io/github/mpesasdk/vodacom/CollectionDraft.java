package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Msisdn;
import java.math.BigDecimal;

/** What a caller says about one payment under a mandate. Used within one call, by one thread. */
public final class CollectionDraft extends OnceOnlyDraft<CollectionDraft> {

    private static final String AMOUNT = "input_Amount";

    CollectionDraft(Numbers numbers) {
        super(numbers);
        nameMandate();
        name("amount", AMOUNT);
    }

    /** In the major unit of the currency, such as shillings. */
    public CollectionDraft amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In the major unit of the currency, such as shillings; never rounded. */
    public CollectionDraft amount(BigDecimal units) {
        return set("amount", AMOUNT, units);
    }

    /** The customer's number; or give the {@link #token}. */
    public CollectionDraft from(String msisdn) {
        return number("from", msisdn);
    }

    /** The customer's number; or give the {@link #token}. */
    public CollectionDraft from(Msisdn msisdn) {
        return number("from", msisdn);
    }

    /** The token that stands for the customer's number. */
    public CollectionDraft token(String msisdnToken) {
        return msisdnToken(msisdnToken);
    }

    /** The reference that the mandate was created with. */
    public CollectionDraft reference(String text) {
        return mandate(text);
    }

    /** The gateway's id of the mandate, if it is known. */
    public CollectionDraft mandateId(String id) {
        return set("mandateId", VodacomFields.MANDATE_ID, id);
    }
}
