package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.util.ArrayList;
import java.util.List;

/** Input for calls to a sandbox, and the calls themselves. */
record KenyaInput(KenyaSandbox kenya) {

    static final String CALLBACK = "http://127.0.0.1:9/pay/0123456789abcdef0123456789abcdef";

    private static final String PAYER = "254708374149";

    Shell.Result call(String operation, JsonObject input, String... more) {
        List<String> words = new ArrayList<>(List.of("call", "kenya", operation, "--json", "-", "--base-url", url()));
        words.addAll(List.of(more));
        return Shell.at(kenya).type(input.toString()).run(words.toArray(String[]::new));
    }

    String url() {
        return kenya.baseUrl().toString();
    }

    JsonObject push(String amount) {
        JsonObject push = new JsonObject();
        push.addProperty("BusinessShortCode", kenya.payBill());
        push.addProperty("TransactionType", "CustomerPayBillOnline");
        push.addProperty("Amount", amount);
        push.addProperty("PartyA", PAYER);
        push.addProperty("PartyB", kenya.payBill());
        push.addProperty("PhoneNumber", PAYER);
        push.addProperty("CallBackURL", CALLBACK);
        push.addProperty("AccountReference", "INV-001");
        push.addProperty("TransactionDesc", "Tea");
        return push;
    }

    JsonObject payout() {
        JsonObject payout = new JsonObject();
        payout.addProperty("InitiatorName", kenya.initiatorName());
        payout.addProperty("CommandID", "BusinessPayment");
        payout.addProperty("Amount", "700");
        payout.addProperty("PartyA", kenya.businessShortCode());
        payout.addProperty("PartyB", PAYER);
        payout.addProperty("Remarks", "Refund");
        payout.addProperty("QueueTimeOutURL", CALLBACK + "/timeout");
        payout.addProperty("ResultURL", CALLBACK);
        return payout;
    }
}
