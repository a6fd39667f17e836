package io.github.mpesasdk.cli.story;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Journal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Says what went over the wire, as the sandbox saw it. Requests are shown by the SDK's own records, which hide what is
 * secret or personal; answers and callbacks in normal form.
 */
final class Wire {

    private static final Gson JSON = new Gson();

    private final List<Operation<?, ?>> operations;
    private final UnaryOperator<String> requestAsJson;
    private final Function<String, Decoded> decoder;
    private final Journal journal;
    private final Narrator narrator;

    Wire(List<Operation<?, ?>> operations, Function<String, Decoded> decoder, Journal journal, Narrator narrator) {
        this(operations, UnaryOperator.identity(), decoder, journal, narrator);
    }

    /** For a gateway whose requests are no JSON, and have first to be made so. */
    Wire(
            List<Operation<?, ?>> operations,
            UnaryOperator<String> requestAsJson,
            Function<String, Decoded> decoder,
            Journal journal,
            Narrator narrator) {
        this.operations = operations;
        this.requestAsJson = requestAsJson;
        this.decoder = decoder;
        this.journal = journal;
        this.narrator = narrator;
    }

    /** The latest request of an operation. */
    Exchange latest(String operationId) {
        List<Exchange> all = journal.of(operationId);
        if (all.isEmpty()) {
            throw new StoryBrokenException("The sandbox saw no " + operationId + ".");
        }
        return all.get(all.size() - 1);
    }

    /** Tells the latest request of an operation, and its answer. */
    void tellLatest(String operationId) {
        tell(latest(operationId));
    }

    /** Tells a request and its answer. */
    void tell(Exchange exchange) {
        Operation<?, ?> operation = operations.stream()
                .filter(candidate -> candidate.id().equals(exchange.operationId()))
                .findFirst()
                .orElseThrow();
        String event = operation.event().map(one -> ", EventID " + one.id()).orElse("");
        narrator.sent(exchange.method() + " " + exchange.path() + event);
        String input = operation.input() == Operation.Input.BODY
                ? requestAsJson.apply(exchange.body())
                : JSON.toJson(exchange.query());
        if (!input.equals("{}")) {
            narrator.more(fields(operation.requestAdapter(), input));
        }
        tellAnswer(exchange);
    }

    /** Tells the answer to a request. */
    void tellAnswer(Exchange exchange) {
        narrator.back(
                exchange.status() == 0
                        ? "nothing: the connection closed without an answer"
                        : "HTTP " + exchange.status() + ", " + normalForm(exchange.answer()));
    }

    // StkPushInput[Amount=1500, Password=***] without its wrapping.
    private static String fields(TypeAdapter<?> adapter, String json) {
        try {
            String text = String.valueOf(adapter.fromJson(json));
            return text.substring(text.indexOf('[') + 1, text.length() - 1);
        } catch (IOException notJson) {
            throw new StoryBrokenException("A request carried something other than JSON.");
        }
    }

    /** Tells a callback. */
    void tell(CallbackReceiver.Arrival arrival) {
        String path = arrival.path().replaceFirst("[0-9a-f]{32,}", "***");
        narrator.back("POST " + path + " to the shop, " + normalForm(arrival.body()));
    }

    /** Tells that an operation was sent once, beyond the times that it had been sent before. */
    void tellSentOnce(String operationId, int before, String remark) {
        Told.expect(journal.count(operationId) - before == 1, operationId + " was sent once");
        narrator.proof("The sandbox saw this " + operationId + " 1 time." + remark);
    }

    /** Tells the end: every request kept the rules of the spec. */
    void tellNothingToObject() {
        Told.keptEveryRule(journal);
        narrator.title("All as told. The sandbox held " + journal.exchanges().size()
                + " requests against the spec and found nothing to object.");
    }

    private String normalForm(String body) {
        Decoded decoded = decoder.apply(body);
        String known = decoded.kind() + ": " + decoded.outcome().name().toLowerCase(Locale.ROOT);
        String code = decoded.resultCode() == null ? "" : ", code " + decoded.resultCode();
        String words = decoded.description() == null ? "" : ", \"" + decoded.description() + "\"";
        return known + code + words;
    }
}
