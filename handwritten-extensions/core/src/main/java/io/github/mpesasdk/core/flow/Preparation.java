package io.github.mpesasdk.core.flow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.callback.CallbackToken;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a request of what a caller said: completes it, and names at once all that is missing or wrong. */
final class Preparation<E> {

    private static final List<String> AMOUNTS = List.of("Amount", "input_Amount", "input_ReversalAmount");

    private final Market<E> market;
    private final HttpInvoker transport;
    private final FlowSettings settings;
    private final CallbackTokens tokens;

    Preparation(Market<E> market, HttpInvoker transport, FlowSettings settings, CallbackTokens tokens) {
        this.market = market;
        this.transport = transport;
        this.settings = settings;
        this.tokens = tokens;
    }

    String marketName() {
        return market.name();
    }

    /**
     * The request.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule
     */
    <Q extends WireRecord> Prepared<Q> of(String call, Operation<Q, ?> operation, Draft.Content content) {
        List<Violation> wrong = new ArrayList<>(content.wrong());
        JsonObject fields = content.fields().deepCopy();
        CallbackAddress address = address(operation, content, fields, wrong);
        String freshId = freshId(operation);
        CallInput input = new CallInput(operation, fields, wrong);
        market.fillIn(input, address, freshId);
        Q request = operation.requestAdapter().fromJsonTree(fields);
        check(call, operation, request, content, wrong);
        String id = operation.reference().flatMap(input::text).orElse(freshId);
        String key = address != null ? address.token().text() : id;
        return new Prepared<>(
                request,
                fields,
                key,
                content.words().getOrDefault(operation.reference().orElse(""), "id"),
                new Reference(
                        market.name(), operation.id(), operation.reference().orElse(""), id),
                content.orderKey(),
                content.timeLimit());
    }

    /** A signed id that was never used. */
    String freshId(Operation<?, ?> operation) {
        return tokens.makeId(operation.id());
    }

    /** An address for a call whose caller says nothing of it; null where there is none. */
    @Nullable
    CallbackAddress addressFor(Operation<?, ?> operation, JsonObject fields) {
        boolean takesOne =
                market.proof() == Market.Proof.ADDRESS && operation.callback().isPresent();
        return takesOne && settings.callbacks() != null
                ? new CallbackAddress(settings.callbacks(), tokens.make(operation.id(), amount(fields), ""))
                : null;
    }

    private <Q extends WireRecord> void check(
            String call, Operation<Q, ?> operation, Q request, Draft.Content content, List<Violation> wrong) {
        try {
            transport.check(operation, request);
        } catch (InvalidInputException invalid) {
            for (Violation violation : invalid.inWordsOf(content.words()).violations()) {
                boolean isKnown =
                        wrong.stream().anyMatch(known -> known.wireName().equals(violation.wireName()));
                if (!isKnown) {
                    wrong.add(violation);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(call, wrong);
        }
    }

    private @Nullable CallbackAddress address(
            Operation<?, ?> operation, Draft.Content content, JsonObject fields, List<Violation> wrong) {
        if (market.proof() != Market.Proof.ADDRESS || operation.callback().isEmpty()) {
            return null;
        }
        URI base = content.callbackAddress() != null ? content.callbackAddress() : settings.callbacks();
        if (base == null) {
            wrong.add(new Violation(
                    "callbacksAt",
                    "callbacksAt",
                    "is needed: give it to the builder, or to this call with callback(...)"));
            return null;
        }
        if (content.callbackAddress() != null) {
            try {
                settings.addressCheck().accept(base);
            } catch (InvalidInputException refused) {
                wrong.addAll(refused.violations());
                return null;
            }
        }
        CallbackToken token =
                tokens.make(operation.id(), amount(fields), content.order().orElse(""));
        return new CallbackAddress(base, token);
    }

    private static String amount(JsonObject fields) {
        return AMOUNTS.stream()
                .map(fields::get)
                .filter(value -> value != null && value.isJsonPrimitive())
                .map(JsonElement::getAsString)
                .findFirst()
                .orElse("");
    }
}
