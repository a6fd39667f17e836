package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;

/** How this gateway words the faults that replace an answer. */
final class FaultAnswers {

    private final KenyaMarket market;

    FaultAnswers(KenyaMarket market) {
        this.market = market;
    }

    MarketAnswer answer(Fault fault, Call call) {
        return switch (fault) {
            case REFUSED_IN_200 -> market.error(Refusal.INVALID_PAYLOAD.code().with(200));
            case REFUSED_BY_RESPONSE_CODE -> refusedByResponseCode(call.id());
            case TOKEN_REJECTED ->
                call.id().equals(KenyaMarket.TOKEN) ? MarketAnswer.empty(400) : market.error(badToken(call));
            case WRONG_CREDENTIALS -> market.error(Refusal.WRONG_CREDENTIALS.code());
            case MISSING_PRODUCT -> market.error(Refusal.badToken(call.id(), ""));
            case SPIKE_ARREST -> market.error(Refusal.SPIKE_ARREST.code());
            case SYSTEM_BUSY -> market.error(Refusal.BUSY.code());
            case SERVER_ERROR_500_ENVELOPE -> market.error(Refusal.INTERNAL.code());
            default -> MarketAnswer.empty(500); // Never read: the connection ends without an answer.
        };
    }

    static Code badToken(Call call) {
        return Refusal.badToken(
                call.id(), call.place().request().authorization("bearer").orElse(""));
    }

    private MarketAnswer refusedByResponseCode(String operationId) {
        JsonFields answer =
                switch (operationId) {
                    case "stkPush", "stkQuery" ->
                        JsonFields.with("MerchantRequestID", market.ids.request())
                                .and("CheckoutRequestID", "")
                                .and("CustomerMessage", "Rejected");
                    case "c2bRegisterUrlV1", "c2bRegisterUrlV2", "c2bSimulateV1", "c2bSimulateV2" ->
                        JsonFields.with("OriginatorCoversationID", market.ids.request());
                    case "b2bExpressCheckout" -> JsonFields.with("code", "1").and("status", "Rejected");
                    case "standingOrderCreate" ->
                        JsonFields.with(
                                "ResponseHeader",
                                JsonFields.with("responseCode", "1").json());
                    case "pullRegister" -> JsonFields.with("ResponseStatus", "1");
                    case "pullQuery" -> JsonFields.with("ResponseMessage", "Rejected");
                    default ->
                        JsonFields.with("OriginatorConversationID", market.ids.request())
                                .and("ConversationID", "");
                };
        return answer.and("ResponseCode", "1")
                .and("ResponseDescription", "Rejected")
                .answer(200);
    }
}
