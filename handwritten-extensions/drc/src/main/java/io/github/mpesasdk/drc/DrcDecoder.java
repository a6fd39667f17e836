package io.github.mpesasdk.drc;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;

/**
 * Reads any message that the gateway sends, callbacks and answers alike, into one normal form, to be shown. A program
 * that acts on payments needs {@link Callbacks}, which also judges where a message comes from. Thread-safe.
 */
public final class DrcDecoder {

    private DrcDecoder() {}

    /**
     * Decodes a message.
     *
     * @throws UnreadableBodyException if it is HTML, JSON, empty, or no message of the gateway's; never anything else
     */
    public static Decoded decode(String body) {
        return DrcMarket.READER.decode(body);
    }
}
