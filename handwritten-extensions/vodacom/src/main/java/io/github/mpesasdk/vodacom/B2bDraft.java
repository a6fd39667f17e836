package io.github.mpesasdk.vodacom;

/**
 * What a caller says about one payment to a business; the client adds the rest. Used within one call, by one thread.
 */
public final class B2bDraft extends VodacomPaymentDraft<B2bDraft> {

    private static final String RECEIVER = "input_ReceiverPartyCode";

    B2bDraft(Numbers numbers) {
        super(numbers, VodacomFields.PURCHASED_ITEMS);
        name("to", RECEIVER);
    }

    /** The short code that receives the money: 4 to 12 letters or digits; in the sandbox {@code 000001}. */
    public B2bDraft to(String shortCode) {
        return set("to", RECEIVER, shortCode);
    }
}
