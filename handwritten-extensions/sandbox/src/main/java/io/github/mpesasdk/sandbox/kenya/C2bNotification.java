package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.C2bRegistrations.Registration;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A customer payment as the gateway announces it: every value is text. */
final class C2bNotification {

    private final DarajaCall call;
    private final LedgerEntry entry;
    private final Registration registration;
    private final KenyaState state;

    C2bNotification(DarajaCall call, LedgerEntry entry, Registration registration, KenyaState state) {
        this.call = call;
        this.entry = entry;
        this.registration = registration;
        this.state = state;
    }

    String validation() {
        return json("", "");
    }

    String confirmation(String thirdPartyTransactionId) {
        return json(
                state.ledger.account(entry.creditParty(), Account.UTILITY).toPlainString(), thirdPartyTransactionId);
    }

    private String json(String balance, String thirdPartyTransactionId) {
        boolean payBill = call.text("CommandID").equals("CustomerPayBillOnline");
        return JsonFields.with("TransactionType", payBill ? "Pay Bill" : "Buy Goods")
                .and("TransID", entry.receipt())
                .and("TransTime", state.time.digits(entry.initiatedAt()))
                .and("TransAmount", entry.amount().toPlainString())
                .and("BusinessShortCode", entry.creditParty())
                .and("BillRefNumber", entry.reference())
                .and("InvoiceNumber", "")
                .and("OrgAccountBalance", balance)
                .and("ThirdPartyTransID", thirdPartyTransactionId)
                .and("MSISDN", registration.hashed() ? hashed(entry.debitParty()) : masked(entry.debitParty()))
                .and("FirstName", "AMINA")
                // Version 2 gives away no more than the first name.
                .and("MiddleName", "")
                .and("LastName", registration.hashed() ? "TEST" : "")
                .json()
                .toString();
    }

    private static String masked(String msisdn) {
        return msisdn.substring(0, 4) + " ***** " + msisdn.substring(msisdn.length() - 3);
    }

    private static String hashed(String msisdn) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(msisdn.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-256 on this Java", e);
        }
    }
}
