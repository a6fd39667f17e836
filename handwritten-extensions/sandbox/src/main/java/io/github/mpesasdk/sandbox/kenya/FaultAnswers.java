package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.market.Firewall;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;

/** How this gateway words the faults that replace an answer. */
final class FaultAnswers {

    private static final Firewall FIREWALL = new Firewall("Request unsuccessful. Incapsula incident ID: 0-0");

    private final KenyaState state;

    FaultAnswers(KenyaState state) {
        this.state = state;
    }

    MarketAnswer answer(Fault fault, String operationId, MarketRequest request) {
        return IntermediaryErrors.answer(fault)
                .or(() -> FIREWALL.answer(fault))
                .orElseGet(() -> ofTheGateway(fault, operationId, request));
    }

    private MarketAnswer ofTheGateway(Fault fault, String operationId, MarketRequest request) {
        return switch (fault) {
            case REFUSED_IN_200 -> inTwoHundred(state.errors.say(Refusal.INVALID_PAYLOAD));
            case REFUSED_BY_RESPONSE_CODE -> refusedByResponseCode(operationId);
            case TOKEN_REJECTED -> tokenRejected(operationId, request);
            case WRONG_CREDENTIALS -> state.errors.say(Refusal.WRONG_CREDENTIALS);
            case MISSING_PRODUCT -> state.errors.badToken(operationId, "");
            case SPIKE_ARREST -> state.errors.say(Refusal.SPIKE_ARREST);
            case SYSTEM_BUSY -> state.errors.say(Refusal.BUSY);
            case SERVER_ERROR_500_ENVELOPE -> state.errors.say(Refusal.INTERNAL);
            default -> MarketAnswer.empty(500); // Never read: the connection ends without an answer.
        };
    }

    private MarketAnswer tokenRejected(String operationId, MarketRequest request) {
        if (operationId.equals("token")) {
            return MarketAnswer.empty(400);
        }
        String token = request.authorization("bearer").orElse("");
        return state.errors.badToken(operationId, token);
    }

    private static MarketAnswer inTwoHundred(MarketAnswer refusal) {
        return new MarketAnswer(200, refusal.headers(), refusal.body());
    }

    private MarketAnswer refusedByResponseCode(String operationId) {
        JsonFields answer =
                switch (operationId) {
                    case "stkPush", "stkQuery" ->
                        JsonFields.with("MerchantRequestID", state.ids.request())
                                .and("CheckoutRequestID", "")
                                .and("CustomerMessage", "Rejected");
                    case "c2bRegisterUrlV1", "c2bRegisterUrlV2", "c2bSimulateV1", "c2bSimulateV2" ->
                        JsonFields.with("OriginatorCoversationID", state.ids.request());
                    case "b2bExpressCheckout" -> JsonFields.with("code", "1").and("status", "Rejected");
                    case "standingOrderCreate" ->
                        JsonFields.with(
                                "ResponseHeader",
                                JsonFields.with("responseCode", "1").json());
                    case "pullRegister" -> JsonFields.with("ResponseStatus", "1");
                    case "pullQuery" -> JsonFields.with("ResponseMessage", "Rejected");
                    default ->
                        JsonFields.with("OriginatorConversationID", state.ids.request())
                                .and("ConversationID", "");
                };
        return MarketAnswer.json(
                200,
                answer.and("ResponseCode", "1")
                        .and("ResponseDescription", "Rejected")
                        .json());
    }
}
