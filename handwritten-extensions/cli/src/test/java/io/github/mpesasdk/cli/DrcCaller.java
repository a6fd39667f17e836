package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who uses the sandbox's SOAP gateway. */
record DrcCaller(DrcSandbox drc) {

    static final String REFERENCE = "order-17";
    static final String CALLBACK = "http://127.0.0.1:9/mpesa/0123456789abcdef0123456789abcdef";

    Shell shell() {
        return new Shell().set("MPESA_DRC_USERNAME", drc.username()).set("MPESA_DRC_PASSWORD", drc.password());
    }

    Shell.Result call(String operation, JsonObject input) {
        return call(shell(), operation, input);
    }

    Shell.Result call(Shell shell, String operation, JsonObject input) {
        return shell.type(input.toString())
                .run(
                        "call",
                        "drc",
                        operation,
                        "--json",
                        "-",
                        "--base-url",
                        drc.baseUrl().toString());
    }

    /** The answer to a call that is done. */
    JsonObject done(String operation, JsonObject input) {
        Shell.Result result = call(operation, input);
        if (result.exit() != ExitCode.DONE || !result.err().isEmpty()) {
            throw new AssertionError(operation + " ended with " + result.exit() + ": " + result.err());
        }
        return result.json().getAsJsonObject();
    }

    /** A payment of a customer: what nobody but the caller can know. */
    JsonObject charge() {
        JsonObject charge = new JsonObject();
        charge.addProperty("CustomerMSISDN", "243810000001");
        charge.addProperty("ServiceProviderCode", drc.serviceProviderCode());
        charge.addProperty("Currency", "CDF");
        charge.addProperty("Amount", "2500");
        charge.addProperty("CommandId", drc.c2bCommandId());
        charge.addProperty("CallBackDestination", CALLBACK);
        charge.addProperty("Surname", "Shop");
        charge.addProperty("Initials", "Order 17");
        return charge;
    }

    /** The same, under a reference of the caller's. */
    JsonObject charge(String reference) {
        JsonObject charge = charge();
        charge.addProperty("ThirdPartyReference", reference);
        return charge;
    }

    /** A payment to a customer. */
    JsonObject payout() {
        JsonObject payout = new JsonObject();
        payout.addProperty("ServiceProviderName", drc.serviceProviderName());
        payout.addProperty("CustomerMSISDN", "243810000001");
        payout.addProperty("Currency", "USD");
        payout.addProperty("Amount", "5");
        payout.addProperty("Shortcode", drc.shortCode());
        payout.addProperty("CallBackDestination", CALLBACK);
        payout.addProperty("CommandID", drc.b2cCommandId());
        return payout;
    }

    /** The value of an item of the latest request. */
    String sent(String operation, String item) {
        var all = drc.journal().of(operation);
        Matcher value = Pattern.compile("<name>" + item + "</name><type>\\w+</type><value>([^<]*)</value>")
                .matcher(all.get(all.size() - 1).body());
        return value.find() ? value.group(1) : "no " + item;
    }
}
