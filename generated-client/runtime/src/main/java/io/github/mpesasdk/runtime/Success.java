package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What counts as accepted; the spec's {@code x-success}. HTTP 200 alone never does: gateways refuse with it too.
 *
 * @param field wire name of the field that tells; a dot steps into an object: {@code Header.code}
 * @param codes values that mean accepted; empty means that the field need only hold something
 * @param alias another name under which the field comes, or null
 * @param instead a field that, in the absence of the first, means accepted by holding something, or null
 * @param beside fields of which one must hold something too, or else the answer says nothing; empty if there are none
 * @param zeros whether a code of zeros only, of any length, means accepted too
 * @param traces fields that only an acceptance has, an id or a receipt: beside an error they contradict it
 */
public record Success(
        String field,
        Set<String> codes,
        @Nullable String alias,
        @Nullable String instead,
        Set<String> beside,
        boolean zeros,
        Set<String> traces) {

    public Success {
        codes = Set.copyOf(codes);
        beside = Set.copyOf(beside);
        traces = Set.copyOf(traces);
    }

    /** Accepted when this field holds something, until more is said. */
    public static Success whenField(String name) {
        return new Success(name, Set.of(), null, null, Set.of(), false, Set.of());
    }

    /** Accepted when the field has one of these codes. */
    public Success is(String... accepted) {
        return new Success(field, Set.of(accepted), alias, instead, beside, zeros, traces);
    }

    /** Accepted with a code of zeros only, too. */
    public Success orZeros() {
        return new Success(field, codes, alias, instead, beside, true, traces);
    }

    /** The field may come under this name. */
    public Success alsoNamed(String otherName) {
        return new Success(field, codes, otherName, instead, beside, zeros, traces);
    }

    /** Where the field is absent, it is enough that this one holds something. */
    public Success orElseField(String name) {
        return new Success(field, codes, alias, name, beside, zeros, traces);
    }

    /** One of these fields must hold something too. */
    public Success withOneOf(String... names) {
        return new Success(field, codes, alias, instead, Set.of(names), zeros, traces);
    }

    /** Only an acceptance has these fields. */
    public Success tracedBy(String... names) {
        return new Success(field, codes, alias, instead, beside, zeros, Set.of(names));
    }

    /** What an answer says about acceptance. */
    public enum Verdict {
        /** The field holds an accepted value. */
        ACCEPTED,
        /** The field holds another value: a refusal in a successful HTTP answer. */
        REFUSED,
        /** The field, or what must stand beside it, is missing, empty or of no readable type: nothing is said. */
        SILENT
    }

    /** Judges the JSON object of an answer. */
    public Verdict judge(JsonObject answer) {
        String name = nameIn(answer);
        JsonElement value = at(answer, name);
        if ((value == null || value.isJsonNull()) && instead != null) {
            return holdsSomething(answer, instead) ? Verdict.ACCEPTED : Verdict.SILENT;
        }
        if (!holdsSomething(answer, name)) {
            return Verdict.SILENT;
        }
        // It holds something, so it is a text.
        if (!accepts(codeIn(answer).orElseThrow())) {
            return Verdict.REFUSED;
        }
        boolean isWhole = beside.isEmpty() || beside.stream().anyMatch(other -> holdsSomething(answer, other));
        return isWhole ? Verdict.ACCEPTED : Verdict.SILENT;
    }

    /** The text of the field, under whichever name it comes; empty if it has none. */
    public Optional<String> codeIn(JsonObject answer) {
        JsonElement value = at(answer, nameIn(answer));
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /** Whether this value of the field means accepted. */
    public boolean accepts(String code) {
        return codes.isEmpty() || codes.contains(code) || (zeros && isZeros(code));
    }

    private static boolean isZeros(String code) {
        return !code.isEmpty() && code.chars().allMatch(character -> character == '0');
    }

    /**
     * Whether an answer holds something that only an acceptance has: a trace, or the code of a success. An error beside
     * it contradicts itself: what was asked for may have been done.
     */
    public boolean hasTrace(JsonObject answer) {
        return answer.entrySet().stream().anyMatch(part -> isTrace(part.getKey(), part.getValue()));
    }

    // However it is spelt and wherever it stands: what contradicts itself is not read, only noticed.
    private boolean isTrace(String name, JsonElement value) {
        boolean isNamed = traces.stream().map(Success::lastStep).anyMatch(name::equalsIgnoreCase);
        boolean isCode = name.equalsIgnoreCase(lastStep(field)) || name.equalsIgnoreCase(alias);
        if (value.isJsonArray()) {
            return value.getAsJsonArray().asList().stream().anyMatch(part -> isTrace(name, part));
        }
        if (value.isJsonObject()) {
            return (isNamed && !value.getAsJsonObject().isEmpty()) || hasTrace(value.getAsJsonObject());
        }
        if (!value.isJsonPrimitive()) {
            return false;
        }
        String text = value.getAsString().strip();
        return !NoValue.is(text) && (isNamed || (isCode && !codes.isEmpty() && accepts(text)));
    }

    private static String lastStep(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static @Nullable JsonElement at(JsonObject answer, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return answer.get(path);
        }
        return answer.get(path.substring(0, dot)) instanceof JsonObject inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }

    private static boolean holdsSomething(JsonObject answer, String path) {
        JsonElement value = at(answer, path);
        return value != null && value.isJsonPrimitive() && !NoValue.is(value.getAsString());
    }

    private String nameIn(JsonObject answer) {
        return alias != null && at(answer, field) == null && at(answer, alias) != null ? alias : field;
    }
}
