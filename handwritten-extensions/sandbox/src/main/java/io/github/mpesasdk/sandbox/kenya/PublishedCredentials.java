package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.util.Map;
import java.util.TreeMap;

/** What a developer needs to begin: addresses, credentials and short codes of a tenant. */
final class PublishedCredentials {

    private final App app;
    private final Organisation organisation;
    private final Initiator initiator;

    PublishedCredentials(KenyaMarket market) {
        this.app = market.defaultApp;
        this.organisation = market.organisation;
        this.initiator = market.initiator;
    }

    JsonObject describe(String baseUrl) {
        return JsonFields.with("baseUrl", baseUrl)
                .and("consumerKey", app.consumerKey())
                .and("consumerSecret", app.consumerSecret())
                .and("payBill", organisation.payBill())
                .and("passkey", organisation.passkey())
                .and("storeNumber", organisation.storeNumber())
                .and("tillNumber", organisation.tillNumber())
                .and("businessShortCode", organisation.businessShortCode())
                .and("initiatorName", initiator.name())
                .and("initiatorPassword", initiator.password())
                .and("certificate", initiator.certificatePem())
                .json();
    }

    /** Store and till are left out: with them a client would collect for the till instead of the pay bill. */
    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("MPESA_KENYA_CONSUMER_KEY", app.consumerKey());
        variables.put("MPESA_KENYA_CONSUMER_SECRET", app.consumerSecret());
        variables.put("MPESA_KENYA_PAY_BILL", organisation.payBill());
        variables.put("MPESA_KENYA_PASSKEY", organisation.passkey());
        variables.put("MPESA_KENYA_SHORT_CODE", organisation.businessShortCode());
        variables.put("MPESA_KENYA_INITIATOR_NAME", initiator.name());
        variables.put("MPESA_KENYA_INITIATOR_PASSWORD", initiator.password());
        variables.put("MPESA_KENYA_CERTIFICATE", initiator.certificatePem());
        return variables;
    }
}
