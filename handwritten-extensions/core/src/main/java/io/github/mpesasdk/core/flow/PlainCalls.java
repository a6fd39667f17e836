package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.message.GuardedJson;
import io.github.mpesasdk.core.transport.Accepted;
import io.github.mpesasdk.core.transport.CallOptions;
import io.github.mpesasdk.core.transport.Checked;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends any operation from a JSON object of wire names, completed like the typed calls. Thread-safe. */
final class PlainCalls {

    private final Market<?> market;
    private final Preparation<?> preparation;
    private final UnderWay underWay;

    PlainCalls(Market<?> market, Preparation<?> preparation, UnderWay underWay) {
        this.market = market;
        this.preparation = preparation;
        this.underWay = underWay;
    }

    JsonObject call(
            Function<Operation<?, ?>, HttpInvoker> route,
            @Nullable String operationId,
            @Nullable JsonObject input,
            @Nullable CallSettings settings) {
        Operation<?, ?> operation = Optional.ofNullable(operationId)
                .flatMap(market::operation)
                .orElseThrow(
                        () -> new InvalidInputException("The call", "operation", "must be one of " + operationIds()));
        JsonObject readable = readable(operation, input);
        return send(
                route.apply(operation),
                operation,
                readable.deepCopy(),
                settings != null ? settings : CallSettings.DEFAULT);
    }

    // Before anything walks through it with calls within calls.
    private static JsonObject readable(Operation<?, ?> operation, @Nullable JsonObject input) {
        String what = "The input of " + operation.id();
        if (input == null) {
            throw new InvalidInputException(what, "input", "is null: give a JSON object of wire names");
        }
        if (GuardedJson.isTooDeep(input)) {
            throw new InvalidInputException(
                    what, "input", "has objects or lists nested more than " + GuardedJson.DEEPEST + " deep");
        }
        return input;
    }

    private List<String> operationIds() {
        return market.operations().stream().map(Operation::id).toList();
    }

    private <Q extends WireRecord, A extends WireRecord> JsonObject send(
            HttpInvoker invoker, Operation<Q, A> operation, JsonObject input, CallSettings settings) {
        List<Violation> addresses = preparation.wrongAddresses(operation, input);
        Completion.Completed completed = preparation.complete(operation, input);
        // A missing setting is no error here: the check names the field, which a person can write as well.
        List<Violation> wrong = new ArrayList<>(completed.refused());
        wrong.addAll(addresses);
        wrong.addAll(unknown(operation, operation.requestAdapter().of(input)));
        boolean lifted = settings.liftsDocumentedLimits();
        Checked<A> checked = preparation.checked(
                "The input of " + operation.id(),
                operation,
                input,
                completed.words(Map.of()),
                lifted ? Draft.Limits.LIFTED : Draft.Limits.HELD,
                wrong);
        A answer = send(invoker, checked, lifted).answer();
        return operation.answerAdapter().toTree(answer);
    }

    private <A extends WireRecord> Accepted<A> send(HttpInvoker invoker, Checked<A> checked, boolean lifted) {
        String key = preparation.key(checked).orElse(null);
        if (key == null) {
            // Its callbacks prove nothing, if it has any.
            return invoker.send(checked);
        }
        try (UnderWay.Sending sending = underWay.begin(key)) {
            return invoker.with(new CallOptions(null, sending::isHeard, () -> true, lifted))
                    .send(checked);
        }
    }

    // Reading is lenient, for gateways; here a person writes, and a misspelt field must not travel silently.
    private static List<Violation> unknown(Operation<?, ?> operation, WireRecord request) {
        return request.unknownFields().names().stream()
                .map(name -> new Violation(
                        CleanText.of(name),
                        "is not a field of " + operation.id() + ", or has a value of the wrong type"))
                .toList();
    }
}
