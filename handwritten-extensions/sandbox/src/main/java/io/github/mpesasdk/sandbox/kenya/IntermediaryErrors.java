package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Optional;

/** What comes from the products that the gateway is built of, when they fail before it can word an error. */
final class IntermediaryErrors {

    private IntermediaryErrors() {}

    static Optional<MarketAnswer> answer(Fault fault) {
        return switch (fault) {
            // The status of the first three is recorded nowhere.
            case APIGEE_FAULT ->
                Optional.of(apigee(
                        500,
                        "Error while accessing datastore;Please retry later",
                        JsonFields.with("errorcode", "datastore.ErrorWhileAccessingDataStore")));
            case NOT_DEPLOYED_404 ->
                Optional.of(apigee(
                        404,
                        "Unable to identify proxy for host: secure and url: /mpesa",
                        JsonFields.with("errorcode", "messaging.adaptors.http.flow.ApplicationNotFound")));
            case SOAP_FAULT_IN_JSON -> Optional.of(MarketAnswer.json(500, soap()));
            case GATEWAY_TIMEOUT_504 ->
                Optional.of(apigee(
                        504,
                        "Gateway Timeout",
                        JsonFields.with("errorcode", "messaging.adaptors.http.flow.GatewayTimeout")
                                .and("reason", "TARGET_READ_TIMEOUT")));
            default -> Optional.empty();
        };
    }

    private static MarketAnswer apigee(int status, String words, JsonFields detail) {
        JsonObject fault = JsonFields.with("faultstring", words)
                .and("detail", detail.json())
                .json();
        return MarketAnswer.json(status, JsonFields.with("fault", fault).json());
    }

    private static JsonObject soap() {
        JsonObject code = JsonFields.with("errorcode", "steps.servicecallout.ExecutionFailed")
                .json();
        JsonObject fault = JsonFields.with("faultcode", "soap:Server")
                .and(
                        "faultstring",
                        "Execution of ServiceCallout SC-SearchURL failed. Reason: ResponseCode 503 is treated as error")
                .and("faultactor", new JsonObject())
                .and("detail", JsonFields.with("source", code).json())
                .json();
        return JsonFields.with(
                        "Envelope",
                        JsonFields.with("encodingStyle", "http://schemas.xmlsoap.org/soap/encoding/")
                                .and("Body", JsonFields.with("Fault", fault).json())
                                .json())
                .json();
    }
}
