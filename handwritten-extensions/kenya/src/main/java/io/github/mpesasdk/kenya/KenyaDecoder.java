package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;

/**
 * Reads any body that Daraja sends, callbacks and answers alike, into one normal form. For code that must act on a
 * payment use {@link Callbacks}, which also proves the origin. Thread-safe.
 */
public final class KenyaDecoder {

    private KenyaDecoder() {}

    /**
     * Decodes a body.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of Daraja's; never anything else
     */
    public static Decoded decode(String body) {
        return KenyaMarket.READER.decode(body);
    }
}
