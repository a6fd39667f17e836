package io.github.mpesasdk.vodacom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.message.NormalForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a body that hold something: {@code N/A} means absent here. Hides them in {@code toString}. */
final class WireFields {

    private static final String ANSWER = "output_";
    private static final String CALLBACK = "input_";
    private static final String ABSENT = "N/A";

    private final String prefix;
    private final JsonObject body;

    private WireFields(String prefix, JsonObject body) {
        this.prefix = prefix;
        this.body = body;
    }

    static WireFields ofAnswer(JsonObject body) {
        return new WireFields(ANSWER, body);
    }

    static WireFields ofCallback(JsonObject body) {
        return new WireFields(CALLBACK, body);
    }

    /** The fields of a message, its words cleaned. */
    static WireFields of(Message<?> message) {
        JsonObject body = new JsonObject();
        body.addProperty(CALLBACK + "ResultCode", message.form().resultCode());
        body.addProperty(CALLBACK + "ResultDesc", message.form().description());
        message.form().ids().forEach(body::addProperty);
        message.form().values().forEach(body::addProperty);
        return ofCallback(body);
    }

    /** Starts the normal form of a body. */
    static NormalForm form(String kind) {
        return new NormalForm(kind, ABSENT);
    }

    /** The text of a field, named without its prefix; empty if it is missing, blank, {@code N/A}, or no text. */
    Optional<String> text(String name) {
        return text(body.get(prefix + name));
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    /** The text of a JSON value; empty if it is missing, blank, {@code N/A}, or no text. */
    static Optional<String> text(@Nullable JsonElement value) {
        return Optional.ofNullable(value)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isBlank() && !text.equals(ABSENT));
    }

    /** The name that the body has on the wire for a field. */
    String wireName(String name) {
        return prefix + name;
    }

    JsonObject body() {
        return body;
    }

    /** The result code: callbacks have {@code ResultCode}, and one of them {@code ResponseCode}, like the answers. */
    Optional<String> code() {
        return text("ResultCode").or(() -> text("ResponseCode"));
    }

    Optional<String> words() {
        return text("ResultDesc").or(() -> text("ResponseDesc"));
    }

    /** Everything that holds something, by wire name. */
    Map<String, String> toMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        body.entrySet().forEach(field -> text(field.getValue()).ifPresent(text -> texts.put(field.getKey(), text)));
        return texts;
    }

    @Override
    public String toString() {
        return body.keySet().toString();
    }
}
