package io.github.mpesasdk.sandbox.drc;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.ipg.GatewayControl;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry;
import io.github.mpesasdk.sandbox.market.ControlArgument;
import io.github.mpesasdk.sandbox.market.JsonFields;

/** What another process may see and ask of this gateway. */
final class DrcControl {

    private final DrcState state;

    DrcControl(DrcState state) {
        this.state = state;
    }

    JsonObject describe(String baseUrl) {
        Merchant merchant = Merchant.ONLY;
        return JsonFields.with("baseUrl", baseUrl)
                .and("loginUrl", baseUrl + Event.LOGIN.path)
                .and("c2bUrl", baseUrl + Event.C2B.path)
                .and("b2cUrl", baseUrl + Event.B2C.path)
                .and("username", state.defaultLogin.username())
                .and("password", state.defaultLogin.password())
                .and("serviceProviderCode", merchant.serviceProviderCode())
                .and("c2bCommandId", merchant.c2bCommandId())
                .and("serviceProviderName", merchant.serviceProviderName())
                .and("shortCode", merchant.shortCode())
                .and("b2cCommandId", merchant.b2cCommandId())
                .json();
    }

    JsonElement ledger() {
        JsonArray entries = new JsonArray();
        for (String currency : DrcState.CURRENCIES) {
            for (LedgerEntry entry : state.ledger(currency).entries()) {
                entries.add(GatewayControl.json(entry).and("currency", currency).json());
            }
        }
        return JsonFields.with("entries", entries).json();
    }

    void command(String name, JsonObject argument) {
        switch (name) {
            case "phone" -> state.phone.obey(argument);
            case "expire-sessions" -> state.sessions.expireAll();
            case "session-lifetime" -> state.sessions.lifetime(ControlArgument.millis(argument));
            case "wrong-credentials" ->
                state.wrongCredentials = ControlArgument.form(argument, WrongCredentialsForm.class);
            case "b2c-answer" -> state.b2cAnswer = ControlArgument.form(argument, B2cAnswerForm.class);
            case "soap-fault" -> state.soapFault = ControlArgument.form(argument, SoapFaultForm.class);
            default -> throw new IllegalArgumentException("no command " + name);
        }
    }
}
