package io.github.mpesasdk.mozambique;

import java.math.BigDecimal;

/** What the drafts of payments have in common. */
public abstract class MozambiquePaymentDraft<D extends MozambiquePaymentDraft<D>> extends MozambiqueDraft<D> {

    private static final String AMOUNT = "input_Amount";

    MozambiquePaymentDraft() {
        name("amount", AMOUNT);
        name("reference", MozambiqueFields.REFERENCE);
    }

    /** Meticais, above zero. */
    public final D amount(long meticais) {
        return amount(BigDecimal.valueOf(meticais));
    }

    /** Meticais, above zero; decimals are allowed. */
    public final D amount(BigDecimal meticais) {
        return set("amount", AMOUNT, meticais);
    }

    /**
     * What the payment is for in your books, such as an invoice number: 1 to 20 letters, digits or underscores. Without
     * it, a random one is sent.
     */
    public final D reference(String text) {
        return set("reference", MozambiqueFields.REFERENCE, text);
    }
}
