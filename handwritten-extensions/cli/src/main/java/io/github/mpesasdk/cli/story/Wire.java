package io.github.mpesasdk.cli.story;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import io.github.mpesasdk.core.outcome.Decoded;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Journal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Says what went over the wire, as the sandbox saw it. Requests are shown by the SDK's own records, which hide what is
 * secret or personal; answers and callbacks in normal form.
 */
final class Wire {

    private static final Gson JSON = new Gson();

    private final List<Operation<?, ?>> operations;
    private final Function<String, Decoded> decoder;
    private final Journal journal;
    private final Narrator narrator;

    Wire(List<Operation<?, ?>> operations, Function<String, Decoded> decoder, Journal journal, Narrator narrator) {
        this.operations = operations;
        this.decoder = decoder;
        this.journal = journal;
        this.narrator = narrator;
    }

    /** Tells the latest request of an operation, and its answer. */
    void tellLatest(String operationId) {
        Operation<?, ?> operation = operations.stream()
                .filter(candidate -> candidate.id().equals(operationId))
                .findFirst()
                .orElseThrow();
        List<Exchange> all = journal.of(operationId);
        if (all.isEmpty()) {
            throw new StoryBrokenException("The sandbox saw no " + operationId + ".");
        }
        Exchange latest = all.get(all.size() - 1);
        narrator.sent(latest.method() + " " + latest.path());
        String input = operation.input() == Operation.Input.BODY ? latest.body() : JSON.toJson(latest.query());
        if (!input.equals("{}")) {
            narrator.more(fields(operation.requestAdapter(), input));
        }
        narrator.back(
                latest.status() == 0
                        ? "nothing: the connection closed without an answer"
                        : "HTTP " + latest.status() + ", " + normalForm(latest.answer()));
    }

    // StkPushRequest[Amount=1500, Password=***] without its wrapping.
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
        String path = arrival.path().replaceFirst("[0-9a-f]{32}", "***");
        narrator.back("POST " + path + " to the shop, " + normalForm(arrival.body()));
    }

    private String normalForm(String body) {
        Decoded decoded = decoder.apply(body);
        String known = decoded.kind() + ": " + decoded.outcome().name().toLowerCase(Locale.ROOT);
        return decoded.resultCode() == null
                ? known
                : known + ", code " + decoded.resultCode() + ", \"" + decoded.description() + "\"";
    }
}
