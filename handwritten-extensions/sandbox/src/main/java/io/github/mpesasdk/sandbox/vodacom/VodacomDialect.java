package io.github.mpesasdk.sandbox.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Dialect;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.util.Optional;

/** How the OpenAPI names things, and what it checks beyond the spec. */
final class VodacomDialect implements Dialect {

    static final String SERVICE_PROVIDER = "000000";
    static final String RECEIVER = "000001";

    private final VodacomCodes codes;

    VodacomDialect(VodacomCodes codes) {
        this.codes = codes;
    }

    /** INS-10 is documented for all operations but these two. */
    @Override
    public boolean takesReferenceOnce(String operationId) {
        return !operationId.equals("queryTransactionStatus") && !operationId.equals("queryBeneficiaryName");
    }

    @Override
    public Optional<InsCode> refusal(Call call) {
        Country country = Country.of(VodacomMarket.spec(), call.market()).orElseThrow();
        if (!call.text("Country").equals(country.code())) {
            return Optional.of(VodacomCodes.MARKET);
        }
        if (call.has("Currency") && !country.uses(call.text("Currency"))) {
            return Optional.of(VodacomCodes.CURRENCY);
        }
        String provider = call.id().equals("b2bPayment") ? "PrimaryPartyCode" : "ServiceProviderCode";
        if (!call.text(provider).equals(SERVICE_PROVIDER)) {
            return Optional.of(codes.of(Reason.WRONG_SHORT_CODE));
        }
        boolean stranger = call.has("ReceiverPartyCode") && !TestValues.isReceiver(call.text("ReceiverPartyCode"));
        return stranger ? Optional.of(codes.of(Reason.NO_SUCH_RECEIVER)) : Optional.empty();
    }

    @Override
    public Optional<InsCode> fate(Call call) {
        return TestValues.fate(call);
    }

    @Override
    public JsonObject answer(Call call, Result result) {
        JsonFields answer = JsonFields.with("output_ResponseCode", result.code().code())
                .and("output_ResponseDesc", result.code().description());
        result.fields().forEach((field, value) -> answer.and("output_" + field, value));
        return answer.and("output_ConversationID", call.conversationId())
                .and("output_ThirdPartyConversationID", call.callerReference())
                .json();
    }

    @Override
    public JsonObject callback(Call call, Result result) {
        // One callback speaks like an answer.
        String kind = call.id().equals("queryDirectDebit") ? "input_Response" : "input_Result";
        JsonFields callback = JsonFields.with("input_OriginalConversationID", call.conversationId());
        result.fields().forEach((field, value) -> callback.and("input_" + field, value));
        return callback.and(kind + "Code", result.code().code())
                .and(kind + "Desc", result.code().description())
                .and("input_ThirdPartyConversationID", call.callerReference())
                .json();
    }

    @Override
    public String replyCode(String operationId) {
        return switch (operationId) {
            case "queryDirectDebit" -> "INS-0";
            case "updateTransactionStatus" -> "INS-GAR-0";
            default -> "0";
        };
    }
}
