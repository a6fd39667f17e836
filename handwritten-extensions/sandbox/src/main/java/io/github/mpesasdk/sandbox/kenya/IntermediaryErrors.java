package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Map;
import java.util.Optional;

/**
 * What comes from the products that the gateway is built of, when they fail before it can word an error. The status of
 * the two that are no 504 and no 404 is recorded nowhere.
 */
final class IntermediaryErrors {

    private static final Map<Fault, MarketAnswer> ANSWERS = Map.of(
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

    private IntermediaryErrors() {}

    static Optional<MarketAnswer> answer(Fault fault) {
        return Optional.ofNullable(ANSWERS.get(fault));
    }

    private static MarketAnswer answer(int status, String body) {
        return MarketAnswer.json(status, JsonParser.parseString(body));
    }
}
