package io.github.mpesasdk.core.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.regex.Pattern;

/**
 * Reads one JSON object that anybody may have written. A text that can be read in two ways is refused: a key twice, two
 * documents, text behind the object. As with Gson, a raw line break in a string is borne, for gateways send it, and so
 * are {@code TRUE} and {@code \\'}, which can be read in one way only.
 */
public final class GuardedJson {

    /** How many levels a message may have. The deepest message known has six. */
    public static final int DEEPEST = 32;

    private static final Pattern PRINTED = Pattern.compile("\\s*+\\{\\s*+'");

    private GuardedJson() {}

    /** A text that is not one JSON object. The message says what it is instead, and quotes nothing of it. */
    public static final class NotOneObjectException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NotOneObjectException(String reason) {
            // A stranger causes it as often as he likes, so it has no stack trace.
            super(reason, null, false, false);
            this.reason = reason;
        }

        /** What the text is instead: {@code it is an HTML page}. */
        public String reason() {
            return reason;
        }
    }

    /**
     * The one object in a text.
     *
     * @throws NotOneObjectException if the text is anything else
     */
    public static JsonObject read(String text) throws NotOneObjectException {
        return read(text, false);
    }

    /**
     * The one object in a text that may have been printed by a program, with single quotes as Python does. For people
     * who paste what they found in a log, and for nothing that settles a payment.
     *
     * @throws NotOneObjectException if the text is anything else
     */
    public static JsonObject readPrinted(String text) throws NotOneObjectException {
        return read(text, PRINTED.matcher(text).lookingAt());
    }

    private static JsonObject read(String text, boolean printed) throws NotOneObjectException {
        BodyKind kind = BodyKind.of(text);
        if (kind != BodyKind.JSON_OBJECT) {
            throw new NotOneObjectException(kind.inWords());
        }
        return new JsonScanner(text, printed).onlyObject();
    }

    /** Whether something has more levels than {@link #DEEPEST}; looks no deeper than that. */
    public static boolean isTooDeep(JsonElement element) {
        return isDeeper(element, DEEPEST);
    }

    private static boolean isDeeper(JsonElement element, int levels) {
        if (element.isJsonPrimitive() || element.isJsonNull()) {
            return false;
        }
        return levels == 0
                || (element instanceof JsonObject object
                                ? object.asMap().values()
                                : element.getAsJsonArray().asList())
                        .stream().anyMatch(inner -> isDeeper(inner, levels - 1));
    }
}
