package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;

/**
 * Reads any body that this API sends, callbacks and answers alike, into one normal form. For code that must act on a
 * payment, use {@link Callbacks}, which also proves the origin. Thread-safe.
 */
public final class MozambiqueDecoder {

    private MozambiqueDecoder() {}

    /**
     * Decodes a body.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of this API's; never anything else
     */
    public static Decoded decode(String body) {
        return MozambiqueMarket.READER.decode(body);
    }
}
