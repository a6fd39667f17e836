package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;

/**
 * Reads any body that the gateway sends, callbacks and answers alike, into one normal form. For code that must act on a
 * payment use {@link Callbacks}, which also proves the origin. Thread-safe.
 */
public final class VodacomDecoder {

    private VodacomDecoder() {}

    /**
     * Decodes a body.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of the gateway's; never anything else
     */
    public static Decoded decode(String body) {
        return VodacomMarket.READER.decode(body);
    }
}
