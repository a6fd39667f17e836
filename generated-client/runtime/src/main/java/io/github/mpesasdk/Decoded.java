package io.github.mpesasdk;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Masked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one normal form of every body that a gateway sends, in every market: callbacks, acknowledgements, answers,
 * errors. Names are the wire's. {@code toString} hides ids and values.
 *
 * @param kind what the body is, for example {@code stkCallback}
 * @param outcome what it says about the payment or question
 * @param resultCode the code as text; null where the body has none
 * @param description the gateway's words; null where the body has none
 * @param ids everything that names the payment
 * @param values everything else that the spec knows
 * @param other everything that the spec does not know
 */
public record Decoded(
        String kind,
        State outcome,
        @Nullable String resultCode,
        @Nullable String description,
        Map<String, String> ids,
        Map<String, String> values,
        JsonObject other) {

    /** What a body says about its payment. */
    public enum State {
        SUCCEEDED,
        FAILED,
        PENDING,
        UNKNOWN;

        /** What a result code stands for; only a final one settles anything. */
        public static State of(Code code) {
            if (code.kind() == CodeKind.PENDING) {
                return PENDING;
            }
            if (!code.isFinal()) {
                return UNKNOWN;
            }
            return code.kind() == CodeKind.SUCCESS ? SUCCEEDED : FAILED;
        }

        /** The state that an outcome is. */
        public static State of(Outcome outcome) {
            if (outcome instanceof Succeeded) {
                return SUCCEEDED;
            }
            if (outcome instanceof Failed) {
                return FAILED;
            }
            return outcome instanceof Pending ? PENDING : UNKNOWN;
        }
    }

    public Decoded {
        ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        other = other.deepCopy();
    }

    @Override
    public JsonObject other() {
        return other.deepCopy();
    }

    /** The form in which the command prints it and other languages compare it. Holds personal data. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("kind", kind);
        json.addProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
        json.addProperty("resultCode", resultCode);
        json.addProperty("description", description);
        json.add("ids", object(ids));
        json.add("values", object(values));
        json.add("other", other());
        return json;
    }

    private static JsonObject object(Map<String, String> texts) {
        JsonObject object = new JsonObject();
        texts.forEach(object::addProperty);
        return object;
    }

    @Override
    public String toString() {
        return Masked.of("Decoded")
                .show("kind", kind)
                .show("outcome", outcome)
                .show("resultCode", resultCode)
                .hide("ids", ids)
                .hide("values", values)
                .toString();
    }
}
