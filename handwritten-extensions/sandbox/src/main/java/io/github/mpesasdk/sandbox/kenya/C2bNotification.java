package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.C2bRegistrations.Registration;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** A customer payment as the gateway announces it: every value is text. */
final class C2bNotification {

    private static final String BY_AN_ORGANISATION = "Organization To Organization Transfer";

    private final Call call;
    private final LedgerEntry entry;
    private final Registration registration;
    private final KenyaMarket market;

    C2bNotification(Call call, LedgerEntry entry, Registration registration, KenyaMarket market) {
        this.call = call;
        this.entry = entry;
        this.registration = registration;
        this.market = market;
    }

    String validation() {
        return json("", "");
    }

    String confirmation(String thirdPartyTransactionId) {
        return json(
                market.ledger.balance(entry.creditParty(), Account.UTILITY).toPlainString(), thirdPartyTransactionId);
    }

    private String json(String balance, String thirdPartyTransactionId) {
        PayerForm payer = market.payerForm.orElse(registration.payerForm());
        boolean organisation = payer == PayerForm.ORGANISATION;
        JsonFields notification = JsonFields.with("TransactionType", organisation ? BY_AN_ORGANISATION : type())
                .and("TransID", entry.receipt())
                .and("TransTime", market.time.digits(entry.initiatedAt()))
                .and("TransAmount", entry.amount().toPlainString())
                .and("BusinessShortCode", entry.creditParty())
                .and("BillRefNumber", entry.reference())
                .and("InvoiceNumber", organisation ? entry.reference() : "")
                .and("OrgAccountBalance", balance)
                .and("ThirdPartyTransID", thirdPartyTransactionId);
        payer.addTo(notification, entry.debitParty());
        return notification.text();
    }

    /** The documents say Buy Goods, which no capture has. */
    private String type() {
        return call.text("CommandID").equals("CustomerPayBillOnline") ? "Pay Bill" : "Customer Merchant Payment";
    }
}
