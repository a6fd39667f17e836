package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.input.CallInput;
import java.util.UUID;

/** Fills in the fields that the client knows or makes: ids, the short code, the initiator. */
record MozambiqueFields(MozambiqueSettings settings) {

    static final String ID = "input_ThirdPartyReference";
    static final String REFERENCE = "input_TransactionReference";
    private static final String IDENTIFIER = "input_InitiatorIdentifier";
    private static final String CREDENTIAL = "input_SecurityCredential";
    // The gateway takes 20 characters there.
    private static final int LONGEST_REFERENCE = 20;

    void fillIn(CallInput input, String id) {
        input.fillIn(ID, id).fillIn(REFERENCE, MozambiqueFields::anyReference);
        for (String field : new String[] {"input_ServiceProviderCode", "input_PrimaryPartyCode"}) {
            input.fillIn(field, settings.serviceProvider()).needs(field, "serviceProvider", MozambiqueBuilder.BUILDER);
        }
        initiator(input);
    }

    /** For callers who have no number of their own to put there, although the gateway wants one. */
    static String anyReference() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, LONGEST_REFERENCE);
    }

    // Both or neither: the credential of one initiator must not travel under the name of another.
    private void initiator(CallInput input) {
        Initiator initiator = settings.initiator();
        if (initiator != null && input.lacks(IDENTIFIER) && input.lacks(CREDENTIAL)) {
            input.fillIn(IDENTIFIER, initiator.identifier()).fillIn(CREDENTIAL, initiator.securityCredential());
        }
        input.needs(IDENTIFIER, "initiator", MozambiqueBuilder.BUILDER)
                .needs(CREDENTIAL, "initiator", MozambiqueBuilder.BUILDER);
    }
}
