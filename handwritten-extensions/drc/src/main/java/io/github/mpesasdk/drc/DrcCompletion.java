package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.JsonCalls;
import io.github.mpesasdk.drcapi.model.DrcCallBackChannel;

/** Fills in what the client knows and the caller left out. The callback address is the caller's to give. */
record DrcCompletion(DrcSettings settings) implements JsonCalls.Completion {

    @Override
    public void complete(CallInput input) {
        input.fillIn("Username", settings.login().username())
                .fillIn("Password", settings.login().password())
                .fillIn("Date", settings.now())
                .fillIn("TransactionDateTime", settings.now())
                .fillIn("ThirdPartyReference", Payments.reference(null))
                .fillIn("Language", settings.language().value())
                .fillIn("CallBackChannel", DrcCallBackChannel.HTTP.value());
        DrcAccounts.C2bAccount c2b = settings.accounts().c2b();
        if (c2b != null) {
            input.fillIn("ServiceProviderCode", c2b.serviceProviderCode()).fillIn("CommandId", c2b.commandId());
        }
        DrcAccounts.B2cAccount b2c = settings.accounts().b2c();
        if (b2c != null) {
            input.fillIn("ServiceProviderName", b2c.serviceProviderName())
                    .fillIn("Shortcode", b2c.shortCode())
                    .fillIn("CommandID", b2c.commandId());
        }
    }
}
