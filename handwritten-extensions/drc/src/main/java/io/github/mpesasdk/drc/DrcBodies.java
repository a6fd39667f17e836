package io.github.mpesasdk.drc;

import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.message.UntrustedBody;

/** Reads bodies from outside. Whatever comes in, only {@link UnreadableBodyException} comes out. */
final class DrcBodies {

    private DrcBodies() {}

    static SoapMessage message(String text) {
        UntrustedBody body = UntrustedBody.of(DrcDialect.MARKET, text);
        try {
            return SoapReader.read(text);
        } catch (UnreadableXmlException refused) {
            throw body.unreadable(String.valueOf(refused.getMessage()));
        }
    }

    static Message<DrcCallback> callback(String text) {
        if (message(text) instanceof SoapMessage.Request request) {
            return callback(request, text);
        }
        throw UntrustedBody.of(DrcDialect.MARKET, text)
                .unreadable("it is an answer or a reply, and no callback of C2B or B2C");
    }

    static Message<DrcCallback> callback(SoapMessage.Request request, String text) {
        return DrcMessages.of(request).orElseThrow(() -> UntrustedBody.of(DrcDialect.MARKET, text)
                .unreadable("it is a request, to the gateway or to a bank: its items are none of a callback"));
    }
}
