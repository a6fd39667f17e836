package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.drcapi.model.DrcCallBackChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in the items of the gateway that the client knows. */
record DrcFields(DrcSettings settings) {

    void fillIn(CallInput input, @Nullable CallbackAddress address, String id) {
        input.fillIn("Username", settings.login().username())
                .fillIn("Password", settings.login().password())
                .fillIn("Date", settings.now())
                .fillIn("TransactionDateTime", settings.now())
                .fillIn(DrcMarket.ID, id)
                .fillIn("Language", settings.language().value())
                .fillIn("CallBackChannel", DrcCallBackChannel.HTTP.value())
                .fillIn(
                        "CallBackDestination",
                        address == null ? null : address.uri().toString());
        if (input.operation().id().equals("c2bPayment")) {
            c2b(input);
        } else if (input.operation().id().equals("b2cPayment")) {
            b2c(input);
        }
    }

    private void c2b(CallInput input) {
        Optional<DrcAccounts.C2bAccount> account =
                Optional.ofNullable(settings.accounts().c2b());
        issued(input, "ServiceProviderCode", account.map(DrcAccounts.C2bAccount::serviceProviderCode), "c2bAccount");
        issued(input, "CommandId", account.map(DrcAccounts.C2bAccount::commandId), "c2bAccount");
    }

    private void b2c(CallInput input) {
        Optional<DrcAccounts.B2cAccount> account =
                Optional.ofNullable(settings.accounts().b2c());
        issued(input, "ServiceProviderName", account.map(DrcAccounts.B2cAccount::serviceProviderName), "b2cAccount");
        issued(input, "Shortcode", account.map(DrcAccounts.B2cAccount::shortCode), "b2cAccount");
        issued(input, "CommandID", account.map(DrcAccounts.B2cAccount::commandId), "b2cAccount");
    }

    private static void issued(CallInput input, String field, Optional<String> value, String setting) {
        input.fillIn(field, value.orElse(null)).needs(field, setting, DrcGatewayBuilder.BUILDER);
    }
}
