package io.github.mpesasdk.kenya;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.error.InvalidInputException;
import io.github.mpesasdk.error.Violation;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends any operation from a JSON object of wire names, with the same rules as the typed calls. */
final class DarajaCaller {

    private final DarajaContext context;

    DarajaCaller(DarajaContext context) {
        this.context = context;
    }

    JsonObject call(String operationId, JsonObject input) {
        Operation<?, ?> operation = DarajaApi.OPERATIONS.stream()
                .filter(candidate -> candidate.id().equals(operationId))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("The call", "operation", "must be one of " + operationIds()));
        return send(operation, completed(operation, input.deepCopy()));
    }

    private static List<String> operationIds() {
        return DarajaApi.OPERATIONS.stream().map(Operation::id).toList();
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
        switch (operation.id()) {
            case "token" -> addIfAbsent(input, "grant_type", "client_credentials");
            case "stkPush", "stkQuery" -> addPassword(input);
            case "b2cPaymentV3" -> {
                addIfAbsent(input, "OriginatorConversationID", UUID.randomUUID().toString());
                addCredential(input);
            }
            case "b2cPaymentV1", "b2bPayment", "accountBalance", "transactionStatus", "reversal" ->
                addCredential(input);
            default -> {
                // The other operations have no computed field.
            }
        }
        return input;
    }

    private void addPassword(JsonObject input) {
        StkAccount account = context.settings().stkAccount();
        if (account == null
                || input.has("Password")
                || !account.businessShortCode().equals(text(input, "BusinessShortCode"))) {
            return;
        }
        String timestamp = text(input, "Timestamp");
        StkPassword password = timestamp != null
                ? StkPassword.of(account.businessShortCode(), account.passkey(), timestamp)
                : account.password(context.settings().clock());
        input.addProperty("Timestamp", password.timestamp());
        input.addProperty("Password", password.password());
    }

    private static @Nullable String text(JsonObject input, String field) {
        JsonElement value = input.get(field);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }

    private void addCredential(JsonObject input) {
        Initiator initiator = context.settings().initiator();
        if (initiator != null) {
            addIfAbsent(input, "SecurityCredential", initiator.securityCredential());
        }
    }

    private static void addIfAbsent(JsonObject input, String field, String value) {
        if (!input.has(field)) {
            input.addProperty(field, value);
        }
    }
}
