package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Firewall;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.Reason;
import java.util.List;
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
            case REFUSED_BY_RESPONSE_CODE -> refusedByResponseCode(call);
            case TOKEN_REJECTED -> stranger(call);
            case WRONG_CREDENTIALS -> refused(Reason.WRONG_SECRET, call);
            case MISSING_PRODUCT ->
                market.error(market.refusal(Reason.BAD_TOKEN, call).filled("token", ""));
            case SPIKE_ARREST -> refused(Reason.TOO_MANY_REQUESTS, call);
            case SYSTEM_BUSY -> refused(Reason.OVERLOADED, call);
            case SERVER_ERROR_500_ENVELOPE -> refused(Reason.INTERNAL, call);
            default -> MarketAnswer.empty(500); // Never read: the connection ends without an answer.
        };
    }

    private MarketAnswer refused(Reason why, Call call) {
        return market.error(market.refusal(why, call));
    }

    /** The answer to a bad token; the real gateway says nothing at all to an app that it does not know. */
    MarketAnswer stranger(Call call) {
        String token = call.place().request().authorization("bearer").orElse("");
        return call.id().equals(KenyaMarket.TOKEN)
                ? MarketAnswer.empty(400)
                : market.error(market.refusal(Reason.BAD_TOKEN, call).filled("token", token));
    }

    /** A code that no success has, where the operation has its code, and nothing in what only an acceptance has. */
    private static MarketAnswer refusedByResponseCode(Call call) {
        JsonObject answer = new JsonObject();
        if (call.operation().extension("x-success") instanceof Map<?, ?> success) {
            if (success.get("traces") instanceof List<?> traces) {
                traces.forEach(trace -> put(answer, String.valueOf(trace), ""));
            }
            if (success.containsKey("codes")) {
                put(answer, String.valueOf(success.get("field")), "1");
            }
        }
        put(answer, "ResponseCode", "1");
        put(answer, "ResponseDescription", "Rejected");
        return MarketAnswer.json(200, answer);
    }

    /** Sets a field, which may be one inside an object. */
    private static void put(JsonObject answer, String path, String value) {
        String[] names = path.split("\\.", 2);
        if (names.length == 1) {
            answer.addProperty(names[0], value);
            return;
        }
        if (!answer.has(names[0])) {
            answer.add(names[0], new JsonObject());
        }
        put(answer.getAsJsonObject(names[0]), names[1], value);
    }

    private static MarketAnswer answer(int status, String body) {
        return MarketAnswer.json(status, JsonParser.parseString(body));
    }
}
