package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;

/**
 * What counts as accepted; the spec's {@code x-success}. HTTP 200 alone never does: gateways refuse with it too.
 *
 * @param field wire name of the field that tells
 * @param codes values that mean accepted; empty means that the field need only be there
 * @param optional whether an answer without the field is accepted as well
 */
public record Success(String field, Set<String> codes, boolean optional) {

    public Success {
        codes = Set.copyOf(codes);
    }

    /** What an answer says about acceptance. */
    public enum Verdict {
        /** The field holds an accepted value. */
        ACCEPTED,
        /** The field holds another value: a refusal in a successful HTTP answer. */
        REFUSED,
        /** The field is missing, empty or of no readable type, so the answer says nothing. */
        SILENT
    }

    /** Judges the JSON object of an answer. */
    public Verdict judge(JsonObject answer) {
        JsonElement value = answer.get(field);
        if (value == null || value.isJsonNull()) {
            return optional ? Verdict.ACCEPTED : Verdict.SILENT;
        }
        if (!value.isJsonPrimitive() || value.getAsString().isBlank()) {
            return Verdict.SILENT;
        }
        boolean accepted = codes.isEmpty() || codes.contains(value.getAsString());
        return accepted ? Verdict.ACCEPTED : Verdict.REFUSED;
    }
}
