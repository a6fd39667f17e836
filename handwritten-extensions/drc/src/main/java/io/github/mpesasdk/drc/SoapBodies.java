package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.message.BodyKind;
import io.github.mpesasdk.core.message.Spelling;
import io.github.mpesasdk.core.transport.BodyFormat;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Event;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Bodies that are one SOAP envelope around a list of items. */
final class SoapBodies implements BodyFormat {

    private static final MediaType TYPE = MediaType.get("text/xml; charset=UTF-8");

    @Override
    public MediaType contentType() {
        return TYPE;
    }

    @Override
    public String accept() {
        return "text/xml";
    }

    @Override
    public Buffer write(Operation<?, ?> operation, JsonObject request, @Nullable AccessToken token) {
        Event event = operation.event().orElseThrow();
        List<String> order = operation.requestAdapter().fieldNames();
        return new Buffer()
                .writeUtf8(SoapWriter.request(
                        event.id(), token == null ? null : token.value(), Items.of(request, order, event.dates())));
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
        try {
            JsonObject message = SoapReader.read(body);
            boolean isAnswer = message.has("eventInfo") || message.has("faultcode");
            return isAnswer ? Optional.of(Spelling.of(message, operation.answerAdapter())) : Optional.empty();
        } catch (UnreadableXmlException notXml) {
            return Optional.empty();
        }
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
