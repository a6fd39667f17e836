package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.JsonCalls;
import io.github.mpesasdk.vodacomapi.api.TransactionApi;
import io.github.mpesasdk.vodacomapi.model.ApiVersion;
import io.github.mpesasdk.vodacomapi.model.KycQueryType;

/** Fills in what the client knows of every request: fresh ids, the market, and the short code. */
record VodacomCompletion(VodacomContext context) implements JsonCalls.Completion {

    @Override
    public void complete(CallInput input) {
        String shortCode = context.settings().serviceProvider();
        input.fillIn(Sending.BY_CONVERSATION_ID, freshId(input))
                .fillIn("input_TransactionReference", Ids.reference(null))
                .fillIn("input_Country", context.country().value())
                .fillIn("input_Currency", context.currency().value())
                .fillIn("input_ServiceProviderCode", shortCode)
                .fillIn("input_PrimaryPartyCode", shortCode)
                .fillIn("input_KycQueryType", KycQueryType.NAME.value())
                .fillIn("input_APIVersion", ApiVersion.V3_1.value());
    }

    private static String freshId(CallInput input) {
        boolean isSecondStage = input.operationId().equals(TransactionApi.UPDATE_TRANSACTION_STATUS.id());
        return isSecondStage ? Ids.freshOfSecondStage() : Ids.fresh();
    }
}
