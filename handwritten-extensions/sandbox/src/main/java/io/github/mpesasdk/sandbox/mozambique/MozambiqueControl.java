package io.github.mpesasdk.sandbox.mozambique;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.ipg.GatewayControl;
import io.github.mpesasdk.sandbox.market.ControlArgument;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** What another process may see and ask of this gateway. */
final class MozambiqueControl {

    private final MozambiqueState state;
    private final GatewayControl common;

    MozambiqueControl(MozambiqueState state) {
        this.state = state;
        this.common = new GatewayControl(state.gateway);
    }

    JsonObject describe(String baseUrl) {
        JsonObject ports = new JsonObject();
        state.ports.all().forEach(ports::addProperty);
        return JsonFields.with("baseUrl", baseUrl)
                .and("ports", ports)
                .and("apiKey", state.apiKey)
                .and("publicKey", state.gateway.keys().publicKeyBase64())
                .and("serviceProviderCode", MozambiqueState.SERVICE_PROVIDER)
                .and("receiverPartyCode", MozambiqueState.RECEIVER)
                .and("initiatorIdentifier", state.initiatorIdentifier)
                .and("securityCredential", state.securityCredential)
                .json();
    }

    JsonElement ledger() {
        return common.ledger();
    }

    void command(String name, JsonObject argument) {
        if (name.equals("customer-name")) {
            state.customerNameForm = ControlArgument.form(argument, CustomerNameForm.class);
        } else {
            common.command(name, argument);
        }
    }
}
