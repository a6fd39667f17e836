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
        SoapMessage message = DrcBodies.message(body);
        if (message instanceof SoapMessage.Request request) {
            return DrcBodies.callback(request, body).form();
        }
        if (message instanceof SoapMessage.Fault fault) {
            return AnswerForms.decode(fault);
        }
        if (message instanceof SoapMessage.Reply reply) {
            return OtherForms.decode(reply);
        }
        if (message instanceof SoapMessage.Plain plain) {
            return OtherForms.decode(plain);
        }
        return AnswerForms.decode((SoapMessage.Answer) message)
                .orElseThrow(() -> UntrustedBody.of(DrcDialect.MARKET, body)
                        .unreadable("it is an answer of the gateway's, but to none of the calls known here"));
    }
}
