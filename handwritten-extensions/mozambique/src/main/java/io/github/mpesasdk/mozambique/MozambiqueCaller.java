package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.error.InvalidInputException;
import io.github.mpesasdk.error.Violation;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends any operation from a JSON object of wire names, with the same rules as the typed calls. */
final class MozambiqueCaller {

    private final MozambiqueContext context;

    MozambiqueCaller(MozambiqueContext context) {
        this.context = context;
    }

    JsonObject call(String operationId, JsonObject input) {
        Operation<?, ?> operation = MozambiqueApi.OPERATIONS.stream()
                .filter(candidate -> candidate.id().equals(operationId))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("The call", "operation", "must be one of " + operationIds()));
        return send(operation, completed(operation, input.deepCopy()));
    }

    private static List<String> operationIds() {
        return MozambiqueApi.OPERATIONS.stream().map(Operation::id).toList();
    }

    private <Q extends WireRecord, A> JsonObject send(Operation<Q, A> operation, JsonObject input) {
        Q request = operation.requestAdapter().fromJsonTree(input);
        refuseUnknown(operation, request);
        A answer = context.invoker().invoke(operation, request);
        return operation.answerAdapter().toJsonTree(answer).getAsJsonObject();
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
        addIfAbsent(input, "input_ThirdPartyReference", RequestId.fresh().value());
        String shortCode = context.settings().serviceProvider();
        switch (operation.id()) {
            case "c2bPayment", "b2cPayment" -> {
                addIfAbsent(input, "input_TransactionReference", RequestId.transactionReference(null));
                addIfAbsent(input, "input_ServiceProviderCode", shortCode);
            }
            case "b2bPayment" -> {
                addIfAbsent(input, "input_TransactionReference", RequestId.transactionReference(null));
                addIfAbsent(input, "input_PrimaryPartyCode", shortCode);
            }
            case "reversal" -> {
                addIfAbsent(input, "input_ServiceProviderCode", shortCode);
                addInitiator(input);
            }
            default -> addIfAbsent(input, "input_ServiceProviderCode", shortCode);
        }
        return input;
    }

    // Both or neither: the credential of one initiator must not travel under the name of another.
    private void addInitiator(JsonObject input) {
        Initiator initiator = context.settings().initiator();
        if (initiator != null && !input.has("input_InitiatorIdentifier") && !input.has("input_SecurityCredential")) {
            input.addProperty("input_InitiatorIdentifier", initiator.identifier());
            input.addProperty("input_SecurityCredential", initiator.securityCredential());
        }
    }

    private static void addIfAbsent(JsonObject input, String field, @Nullable String value) {
        if (value != null && !input.has(field)) {
            input.addProperty(field, value);
        }
    }
}
