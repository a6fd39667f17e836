package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.JsonCalls;

/** Fills in what the client knows of every request: fresh references, the short code, and the initiator. */
record MozambiqueCompletion(MozambiqueSettings settings) implements JsonCalls.Completion {

    @Override
    public void complete(CallInput input) {
        input.fillIn("input_ThirdPartyReference", RequestId.fresh().value())
                .fillIn("input_TransactionReference", RequestId.transactionReference(null))
                .fillIn("input_ServiceProviderCode", settings.serviceProvider())
                .fillIn("input_PrimaryPartyCode", settings.serviceProvider());
        addInitiator(input);
    }

    // Both or neither: the credential of one initiator must not travel under the name of another.
    private void addInitiator(CallInput input) {
        Initiator initiator = settings.initiator();
        if (initiator != null && input.lacks("input_InitiatorIdentifier") && input.lacks("input_SecurityCredential")) {
            input.fillIn("input_InitiatorIdentifier", initiator.identifier())
                    .fillIn("input_SecurityCredential", initiator.securityCredential());
        }
    }
}
