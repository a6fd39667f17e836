package io.github.mpesasdk.core.message;

import com.google.gson.JsonObject;
import io.github.mpesasdk.UnreadableBodyException;
import org.jspecify.annotations.Nullable;

/**
 * A body from outside, which anybody may have sent. Whatever it is, only {@link UnreadableBodyException} comes out.
 * Immutable.
 */
public final class UntrustedBody {

    // Real bodies have less than two kilobytes.
    private static final int LARGEST = 1 << 20;

    private final String market;
    private final String text;

    private UntrustedBody(String market, String text) {
        this.market = market;
        this.text = text;
    }

    /**
     * A body that is to be one of this market's.
     *
     * @throws UnreadableBodyException if it is empty, or larger than any
     */
    public static UntrustedBody of(String market, @Nullable String posted) {
        String text = posted == null ? "" : posted;
        if (text.length() > LARGEST) {
            throw new UnreadableBodyException(market, "it is larger than a megabyte", null, null);
        }
        UntrustedBody body = new UntrustedBody(market, text);
        if (text.isBlank()) {
            throw body.unreadable(BodyKind.EMPTY.inWords());
        }
        return body;
    }

    /** The text as it came. */
    public String text() {
        return text;
    }

    /**
     * The one JSON object that it is.
     *
     * @throws UnreadableBodyException if it is anything else
     */
    public JsonObject json() {
        try {
            return GuardedJson.read(text);
        } catch (GuardedJson.NotOneObjectException other) {
            throw unreadable(other.reason());
        }
    }

    /**
     * The one JSON object that it is, or that it was before a program printed it with single quotes.
     *
     * @throws UnreadableBodyException if it is anything else
     */
    public JsonObject printedJson() {
        try {
            return GuardedJson.readPrinted(text);
        } catch (GuardedJson.NotOneObjectException other) {
            throw unreadable(other.reason());
        }
    }

    /** The error to throw for this body; the reason says what it is instead. */
    public UnreadableBodyException unreadable(String reason) {
        return new UnreadableBodyException(market, reason, text, null);
    }
}
