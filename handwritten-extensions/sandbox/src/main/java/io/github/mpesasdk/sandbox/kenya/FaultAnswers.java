package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Firewall;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.Reason;
import java.util.Map;
import java.util.Optional;

/** How this gateway words the faults that replace an answer. */
final class FaultAnswers {

    private static final Firewall FIREWALL = new Firewall("Request unsuccessful. Incapsula incident ID: 0-0");

    /**
     * What comes from the products that the gateway is built of, when they fail before it can word an error. The status
     * of the two that are no 504 and no 404 is recorded nowhere.
     */
    private static final Map<Fault, MarketAnswer> OF_INTERMEDIARIES = Map.of(
            Fault.APIGEE_FAULT,
            answer(500, """
                    {"fault": {"faultstring": "Error while accessing datastore;Please retry later",
                     "detail": {"errorcode": "datastore.ErrorWhileAccessingDataStore"}}}"""),
            Fault.NOT_DEPLOYED_404,
            answer(404, """
                    {"fault": {"faultstring": "Unable to identify proxy for host: secure and url: /mpesa",
                     "detail": {"errorcode": "messaging.adaptors.http.flow.ApplicationNotFound"}}}"""),
            Fault.GATEWAY_TIMEOUT_504,
            answer(504, """
                    {"fault": {"faultstring": "Gateway Timeout",
                     "detail": {"errorcode": "messaging.adaptors.http.flow.GatewayTimeout",
                     "reason": "TARGET_READ_TIMEOUT"}}}"""),
            Fault.SOAP_FAULT_IN_JSON,
            answer(500, """
                    {"Envelope": {"encodingStyle": "http://schemas.xmlsoap.org/soap/encoding/", "Body": {"Fault": {
                     "faultcode": "soap:Server", "faultstring": "Execution of ServiceCallout SC-SearchURL failed. \
                    Reason: ResponseCode 503 is treated as error",
                     "faultactor": {}, "detail": {"source": {"errorcode": "steps.servicecallout.ExecutionFailed"}}}}}}"""));

    private final KenyaMarket market;

    FaultAnswers(KenyaMarket market) {
        this.market = market;
    }

    /** What is answered before the gateway is asked; empty if the fault is its own. */
    static Optional<MarketAnswer> intermediary(Fault fault) {
        return Optional.ofNullable(OF_INTERMEDIARIES.get(fault)).or(() -> FIREWALL.answer(fault));
    }

    MarketAnswer answer(Fault fault, Call call) {
        return switch (fault) {
            case REFUSED_IN_200 ->
                market.error(market.refusal(Reason.UNREADABLE, call).with(200));
            case REFUSED_BY_RESPONSE_CODE -> refusedByResponseCode(call.id());
            case TOKEN_REJECTED -> market.stranger(call);
            case WRONG_CREDENTIALS -> market.error(market.refusal(Reason.WRONG_SECRET, call));
            case MISSING_PRODUCT ->
                market.error(market.refusal(Reason.BAD_TOKEN, call).filled("token", ""));
            case SPIKE_ARREST -> market.error(market.refusal(Reason.TOO_MANY_REQUESTS, call));
            case SYSTEM_BUSY -> market.error(market.refusal(Reason.OVERLOADED, call));
            case SERVER_ERROR_500_ENVELOPE -> market.error(market.refusal(Reason.INTERNAL, call));
            default -> MarketAnswer.empty(500); // Never read: the connection ends without an answer.
        };
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

    private static MarketAnswer answer(int status, String body) {
        return MarketAnswer.json(status, JsonParser.parseString(body));
    }
}
