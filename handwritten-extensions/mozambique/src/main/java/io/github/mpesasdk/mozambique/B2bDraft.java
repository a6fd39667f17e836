package io.github.mpesasdk.mozambique;

/**
 * What a caller says about one payment to a business; the client adds the rest. Used within one call, by one thread.
 */
public final class B2bDraft extends MozambiquePaymentDraft<B2bDraft> {

    private static final String RECEIVER = "input_ReceiverPartyCode";

    B2bDraft() {
        name("to", RECEIVER);
    }

    /** The short code of the business that is paid: 5 or 6 digits. */
    public B2bDraft to(String shortCode) {
        return set("to", RECEIVER, shortCode);
    }
}
