package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.message.BodyKind;
import io.github.mpesasdk.core.transport.BodyFormat;
import io.github.mpesasdk.drcapi.soap.EventInfo;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Event;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bodies that are one SOAP envelope around a list of items. */
final class SoapBodies implements BodyFormat {

    /** The field of an answer that says what became of the message. */
    static final String EVENT_INFO = "eventInfo";

    private static final String FAULT_CODE = "faultcode";
    private static final String FAULT_WORDS = "faultstring";

    @Override
    public String contentType() {
        return "text/xml; charset=UTF-8";
    }

    @Override
    public String accept() {
        return "text/xml";
    }

    @Override
    public String write(Operation<?, ?> operation, JsonObject request, @Nullable AccessToken token) {
        Event event = operation.event().orElseThrow();
        return SoapWriter.request(event.id(), token == null ? null : token.value(), Items.of(request, event.dates()));
    }

    @Override
    public List<Violation> unwritable(JsonObject request) {
        return request.entrySet().stream()
                .filter(field -> !Items.isWritable(field.getValue().getAsString()))
                .map(field -> new Violation(field.getKey(), "must have no control characters and no half characters"))
                .toList();
    }

    @Override
    public Optional<JsonObject> read(Operation<?, ?> operation, String body) {
        List<String> names =
                operation.answerAdapter() instanceof RecordAdapter<?> adapter ? adapter.fieldNames() : List.of();
        try {
            SoapMessage message = SoapReader.read(body);
            if (message instanceof SoapMessage.Answer answer) {
                return Optional.of(fields(answer, names));
            }
            return message instanceof SoapMessage.Fault fault ? Optional.of(fields(fault)) : Optional.empty();
        } catch (UnreadableXmlException notXml) {
            return Optional.empty();
        }
    }

    /**
     * The fields of an answer: its items, and what became of the message. What it repeats of the request is dropped.
     */
    static JsonObject fields(SoapMessage.Answer answer, List<String> names) {
        JsonObject fields = Items.fields(answer.result().getResponse(), names);
        EventInfo info = answer.result().getEventInfo();
        // Fields of our own making, which an item must not pose as.
        List.of(EVENT_INFO, FAULT_CODE, FAULT_WORDS).forEach(fields::remove);
        if (info != null) {
            JsonObject event = new JsonObject();
            add(event, "code", info.getCode());
            add(event, "description", info.getDescription());
            add(event, "detail", info.getDetail());
            add(event, "transactionID", info.getTransactionID());
            fields.add(EVENT_INFO, event);
        }
        return fields;
    }

    private static void add(JsonObject target, String name, @Nullable String text) {
        if (text != null) {
            target.addProperty(name, text.strip());
        }
    }

    /** The fields of a fault. */
    static JsonObject fields(SoapMessage.Fault fault) {
        JsonObject fields = new JsonObject();
        fields.addProperty(FAULT_CODE, fault.code());
        fields.addProperty(FAULT_WORDS, fault.words());
        return fields;
    }

    @Override
    public String whatItIs(String body) {
        if (BodyKind.of(body) != BodyKind.XML) {
            return BodyFormat.super.whatItIs(body);
        }
        try {
            SoapReader.read(body);
            return "it is no answer to a call, but another message of the gateway";
        } catch (UnreadableXmlException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    @Override
    public String keepable(Operation<?, ?> operation, String body) {
        return operation.effect() == Effect.SESSION ? LoginBody.keepable(body) : body;
    }
}
