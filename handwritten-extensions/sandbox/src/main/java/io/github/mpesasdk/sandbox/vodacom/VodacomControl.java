package io.github.mpesasdk.sandbox.vodacom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.ipg.GatewayControl;
import io.github.mpesasdk.sandbox.market.ControlArgument;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** What another process may see and ask of this gateway. */
final class VodacomControl {

    private final VodacomState state;
    private final GatewayControl common;

    VodacomControl(VodacomState state) {
        this.state = state;
        this.common = new GatewayControl(state.gateway);
    }

    JsonObject describe(String baseUrl) {
        return JsonFields.with("baseUrl", baseUrl)
                .and("environment", "sandbox")
                .and("apiKey", state.defaultApp.apiKey())
                .and("publicKey", state.gateway.keys().publicKeyBase64())
                .and("serviceProviderCode", VodacomDialect.SERVICE_PROVIDER)
                .and("receiverPartyCode", VodacomDialect.RECEIVER)
                .json();
    }

    JsonElement ledger() {
        return common.ledger();
    }

    void command(String name, JsonObject argument) {
        switch (name) {
            case "expire-sessions" -> state.sessions.expireAll();
            case "activation-delay" -> state.sessions.activationDelay(ControlArgument.millis(argument));
            case "session-lifetime" -> state.sessions.lifetime(ControlArgument.millis(argument));
            default -> common.command(name, argument);
        }
    }
}
