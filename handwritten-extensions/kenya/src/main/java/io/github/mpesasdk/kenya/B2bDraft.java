package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.B2bCommandId;
import io.github.mpesasdk.daraja.model.IdentifierType;

/**
 * What a caller says about one payment to a business; the client adds the rest. Used within one call, by one thread.
 */
public final class B2bDraft extends KenyaDraft<B2bDraft> {

    B2bDraft() {
        name("payBill, buyGoods or command", "PartyB");
        name("payBill, buyGoods or command", "CommandID");
        // 4 for everything is the portal's word; one production user reports 2 for a till, so it can be set.
        receiverType(IdentifierType.SHORT_CODE);
        remarks("payment");
    }

    /** Pays the bill of an account at a paybill. */
    public B2bDraft payBill(String shortCode, String account) {
        return command(B2bCommandId.BUSINESS_PAY_BILL, shortCode).reference(account);
    }

    /** Buys goods at a till. */
    public B2bDraft buyGoods(String tillNumber) {
        return command(B2bCommandId.BUSINESS_BUY_GOODS, tillNumber);
    }

    /** Any other kind of transfer, to a short code. */
    public B2bDraft command(B2bCommandId value, String receiverShortCode) {
        set("command", "CommandID", value.value());
        return set("receiver", "PartyB", receiverShortCode);
    }

    /** What the receiver's number is. Default: a short code. */
    public B2bDraft receiverType(IdentifierType type) {
        return set("receiverType", "RecieverIdentifierType", type.value());
    }

    /** The account at the receiver: at most 13 characters; required when paying a bill. */
    public B2bDraft reference(String text) {
        return set("reference", "AccountReference", text);
    }

    /** The consumer on whose behalf this is paid, digits with country code. */
    public B2bDraft requester(String msisdn) {
        return set("requester", "Requester", msisdn);
    }

    /** Up to 100 characters. */
    public B2bDraft remarks(String text) {
        return set("remarks", "Remarks", text);
    }

    /** Up to 100 characters. */
    public B2bDraft occasion(String text) {
        return set("occasion", "Occassion", text);
    }
}
