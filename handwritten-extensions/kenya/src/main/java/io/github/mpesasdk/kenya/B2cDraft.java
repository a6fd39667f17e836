package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.daraja.model.B2cCommandId;

/**
 * What a caller says about one payment to a customer; the client adds the rest. Used within one call, by one thread.
 */
public final class B2cDraft extends KenyaDraft<B2cDraft> {

    private final String occasionField;

    /** @param occasionField how this version of the API spells the field */
    B2cDraft(String occasionField) {
        this.occasionField = occasionField;
        name("to", "PartyB");
        name("id", "OriginatorConversationID");
        command(B2cCommandId.BUSINESS_PAYMENT);
        remarks("payment");
    }

    /** The customer's number as people write it: {@code 0712 345 678}, {@code +254 712 345 678}. */
    public B2cDraft to(String msisdn) {
        return number("to", "PartyB", msisdn);
    }

    /** The customer's number. */
    public B2cDraft to(Msisdn msisdn) {
        return set("to", "PartyB", msisdn.digits());
    }

    /** What the payment is for. Default: a business payment. */
    public B2cDraft command(B2cCommandId value) {
        return set("command", "CommandID", value.value());
    }

    /** 2 to 100 characters. */
    public B2cDraft remarks(String text) {
        return set("remarks", "Remarks", text);
    }

    /** At most 100 characters. */
    public B2cDraft occasion(String text) {
        return set("occasion", occasionField, text);
    }

    /**
     * Your own once-only id of this payment, instead of a fresh UUID. The gateway refuses an id that it has seen, so
     * one id can pay once. Only for the current version of the API.
     */
    public B2cDraft id(String onceOnly) {
        return set("id", "OriginatorConversationID", onceOnly);
    }
}
