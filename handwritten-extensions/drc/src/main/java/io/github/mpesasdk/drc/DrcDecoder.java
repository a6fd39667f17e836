package io.github.mpesasdk.drc;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.message.UntrustedBody;

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
        UntrustedBody untrusted = UntrustedBody.of(DrcDialect.MARKET, body);
        if (MessageFields.message(untrusted) instanceof SoapMessage.Answer answer) {
            return AnswerForms.decode(answer)
                    .orElseThrow(() -> untrusted.unreadable(
                            "it is an answer of the gateway's, but to none of the calls known here"));
        }
        return DrcMarket.READER.decode(body);
    }
}
