package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.JsonCalls;
import java.util.UUID;

/** Fills in what Daraja wants computed. */
record DarajaCompletion(DarajaSettings settings) implements JsonCalls.Completion {

    @Override
    public void complete(CallInput input) {
        input.fillIn("grant_type", "client_credentials");
        // Elsewhere this field names an earlier payment, which only the caller knows.
        if (input.operationId().equals("b2cPaymentV3")) {
            input.fillIn("OriginatorConversationID", UUID.randomUUID().toString());
        }
        addPassword(input);
        addCredential(input);
    }

    private void addPassword(CallInput input) {
        StkAccount account = settings.stkAccount();
        if (account == null
                || !input.lacks("Password")
                || !input.text("BusinessShortCode")
                        .filter(account.businessShortCode()::equals)
                        .isPresent()) {
            return;
        }
        StkPassword password = input.text("Timestamp")
                .map(timestamp -> StkPassword.of(account.businessShortCode(), account.passkey(), timestamp))
                .orElseGet(() -> account.password(settings.clock()));
        input.fillIn("Timestamp", password.timestamp()).fillIn("Password", password.password());
    }

    private void addCredential(CallInput input) {
        Initiator initiator = settings.initiator();
        if (initiator != null && input.lacks("SecurityCredential")) {
            input.fillIn("SecurityCredential", initiator.securityCredential());
        }
    }
}
