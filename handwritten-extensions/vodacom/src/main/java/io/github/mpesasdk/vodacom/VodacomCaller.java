package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.error.InvalidInputException;
import io.github.mpesasdk.error.Violation;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import io.github.mpesasdk.vodacomapi.api.TransactionApi;
import io.github.mpesasdk.vodacomapi.model.ApiVersion;
import java.util.List;
import java.util.Set;

/** Sends any operation from a JSON object of wire names, with the same rules as the typed calls. */
final class VodacomCaller {

    private static final Set<String> WITH_REFERENCE =
            Set.of("c2bPayment", "c2bPaymentMultiStage", "b2cPayment", "b2bPayment");
    private static final Set<String> WITH_CURRENCY = Set.of(
            "c2bPayment", "c2bPaymentMultiStage", "b2cPayment", "b2bPayment", "directDebitPayment", "queryDirectDebit");
    private static final Set<String> WITH_VERSION = Set.of("c2bPaymentMultiStage", "updateTransactionStatus");

    private final VodacomContext context;

    VodacomCaller(VodacomContext context) {
        this.context = context;
    }

    JsonObject call(String operationId, JsonObject input) {
        Operation<?, ?> operation = VodacomApi.OPERATIONS.stream()
                .filter(candidate -> candidate.id().equals(operationId))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("The call", "operation", "must be one of " + operationIds()));
        return send(operation, completed(operation, input.deepCopy()));
    }

    private static List<String> operationIds() {
        return VodacomApi.OPERATIONS.stream().map(Operation::id).toList();
    }

    private <Q extends WireRecord, A> JsonObject send(Operation<Q, A> operation, JsonObject input) {
        Q request = operation.requestAdapter().fromJsonTree(input);
        refuseUnknown(operation, request);
        A answer = isSession(operation)
                ? context.sessions().invoke(operation, request)
                : context.invoker().invoke(operation, request);
        return operation.answerAdapter().toJsonTree(answer).getAsJsonObject();
    }

    private static boolean isSession(Operation<?, ?> operation) {
        return operation.equals(SessionApi.GET_SESSION);
    }

    // Reading is lenient, for gateways; here a person writes, and a misspelt field must not travel silently.
    private static void refuseUnknown(Operation<?, ?> operation, WireRecord request) {
        List<Violation> violations = request.unknownFields().names().stream()
                .map(name -> new Violation(
                        name, "is not a field of " + operation.id() + ", or has a value of the wrong type"))
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidInputException("The input of " + operation.id(), violations);
        }
    }

    private JsonObject completed(Operation<?, ?> operation, JsonObject input) {
        if (isSession(operation)) {
            return input;
        }
        addIfAbsent(input, Sending.BY_CONVERSATION_ID, freshId(operation));
        addIfAbsent(input, "input_Country", context.country().value());
        if (WITH_CURRENCY.contains(operation.id())) {
            addIfAbsent(input, "input_Currency", context.currency().value());
        }
        if (WITH_REFERENCE.contains(operation.id())) {
            addIfAbsent(input, "input_TransactionReference", Ids.reference(null));
        }
        if (WITH_VERSION.contains(operation.id())) {
            addIfAbsent(input, "input_APIVersion", ApiVersion.V3_1.value());
        }
        return input;
    }

    private static String freshId(Operation<?, ?> operation) {
        return operation.equals(TransactionApi.UPDATE_TRANSACTION_STATUS) ? Ids.freshOfSecondStage() : Ids.fresh();
    }

    private static void addIfAbsent(JsonObject input, String field, String value) {
        if (!input.has(field)) {
            input.addProperty(field, value);
        }
    }
}
