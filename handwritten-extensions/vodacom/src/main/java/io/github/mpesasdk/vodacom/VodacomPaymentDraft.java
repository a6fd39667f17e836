package io.github.mpesasdk.vodacom;

import java.math.BigDecimal;

/** What the drafts of payments have in common. */
public abstract class VodacomPaymentDraft<D extends VodacomPaymentDraft<D>> extends OnceOnlyDraft<D> {

    private static final String AMOUNT = "input_Amount";

    private final String descriptionField;

    VodacomPaymentDraft(Numbers numbers, String descriptionField) {
        super(numbers);
        this.descriptionField = descriptionField;
        name("amount", AMOUNT);
        name("description", descriptionField);
        name("reference", VodacomFields.REFERENCE);
    }

    /** In the major unit of the currency, such as shillings. */
    public final D amount(long units) {
        return amount(BigDecimal.valueOf(units));
    }

    /** In the major unit of the currency, such as shillings; never rounded. */
    public final D amount(BigDecimal units) {
        return set("amount", AMOUNT, units);
    }

    /** What is paid for: 1 to 256 letters, digits, spaces, underscores or plus signs, and no punctuation. */
    public final D description(String text) {
        return set("description", descriptionField, text);
    }

    /**
     * What your books call the payment, such as an invoice number: 1 to 20 letters, digits, spaces, underscores or plus
     * signs. Without it, a random one is sent.
     */
    public final D reference(String text) {
        return set("reference", VodacomFields.REFERENCE, text);
    }
}
