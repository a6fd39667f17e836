package io.github.mpesasdk.sandbox.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Dialect;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.util.Optional;

/** How Mozambique's own API names things, and what it checks beyond the spec. */
final class MozambiqueDialect implements Dialect {

    private final MozambiqueState state;

    MozambiqueDialect(MozambiqueState state) {
        this.state = state;
    }

    /** Inferred: the documents do not say which reference makes a duplicate. */
    @Override
    public boolean takesReferenceOnce(String operationId) {
        return !operationId.startsWith("query");
    }

    @Override
    public Optional<InsCode> refusal(Call call) {
        String provider = call.id().equals("b2bPayment") ? "PrimaryPartyCode" : "ServiceProviderCode";
        if (!call.text(provider).equals(MozambiqueState.SERVICE_PROVIDER)) {
            return Optional.of(state.codes.of(Reason.WRONG_SHORT_CODE));
        }
        if (call.has("ReceiverPartyCode") && !call.text("ReceiverPartyCode").equals(MozambiqueState.RECEIVER)) {
            return Optional.of(state.codes.of(Reason.NO_SUCH_RECEIVER));
        }
        return call.id().equals("reversal") ? initiator(call) : Optional.empty();
    }

    /** There are no test values that force an outcome. */
    @Override
    public Optional<InsCode> fate(Call call) {
        return Optional.empty();
    }

    @Override
    public JsonObject answer(Call call, Result result) {
        boolean name = call.id().equals("queryCustomerName");
        boolean asDocumented = name && state.customerNameForm == CustomerNameForm.RESULT_CODE;
        String kind = asDocumented ? "output_Result" : "output_Response";
        JsonFields answer = JsonFields.with("output_ConversationID", call.conversationId());
        result.fields().forEach((field, value) -> answer.and("output_" + field, value));
        return answer.and(kind + "Desc", result.code().description())
                .and(kind + "Code", result.code().code())
                .and("output_ThirdPartyReference", call.callerReference())
                .json();
    }

    @Override
    public JsonObject callback(Call call, Result result) {
        JsonFields callback = JsonFields.with("input_OriginalConversationID", call.conversationId())
                .and("input_ThirdPartyReference", call.callerReference());
        result.fields().forEach((field, value) -> callback.and("input_" + field, value));
        return callback.and("input_ResultCode", result.code().code())
                .and("input_ResultDesc", result.code().description())
                .json();
    }

    @Override
    public String replyCode(String operationId) {
        return "0";
    }

    private Optional<InsCode> initiator(Call call) {
        if (!call.text("InitiatorIdentifier").equals(state.initiatorIdentifier)) {
            return Optional.of(MozambiqueCodes.INITIATOR);
        }
        boolean known = call.text("SecurityCredential").equals(state.securityCredential);
        return known ? Optional.empty() : Optional.of(MozambiqueCodes.CREDENTIAL);
    }
}
