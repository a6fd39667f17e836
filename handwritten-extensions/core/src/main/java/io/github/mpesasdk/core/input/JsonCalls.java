package io.github.mpesasdk.core.input;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.List;

/** Sends any operation from a JSON object of wire names, with the same rules as the typed calls. Thread-safe. */
public final class JsonCalls {

    /** Fills in what the caller left out and the client knows. */
    public interface Completion {
        /** Looks at one input, and adds to it with {@link CallInput#fillIn}. */
        void complete(CallInput input);
    }

    private final List<Operation<?, ?>> operations;
    private final Invoker invoker;
    private final Completion completion;

    /** Calls to these operations, sent by {@code invoker} after {@code completion} has seen them. */
    public JsonCalls(List<Operation<?, ?>> operations, Invoker invoker, Completion completion) {
        this.operations = List.copyOf(operations);
        this.invoker = invoker;
        this.completion = completion;
    }

    /**
     * Sends one operation.
     *
     * @param input by wire names; it is not changed
     * @return the answer, by wire names
     * @throws MpesaException like the typed calls; a field that the operation does not have is refused
     */
    public JsonObject call(String operationId, JsonObject input) {
        Operation<?, ?> operation = operations.stream()
                .filter(candidate -> candidate.id().equals(operationId))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("The call", "operation", "must be one of " + operationIds()));
        JsonObject completed = input.deepCopy();
        completion.complete(new CallInput(operation, completed));
        return send(operation, completed);
    }

    private List<String> operationIds() {
        return operations.stream().map(Operation::id).toList();
    }

    private <Q extends WireRecord, A> JsonObject send(Operation<Q, A> operation, JsonObject input) {
        Q request = operation.requestAdapter().fromJsonTree(input);
        refuseUnknown(operation, request);
        A answer = invoker.invoke(operation, request);
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
}
