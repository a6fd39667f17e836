package io.github.mpesasdk.drc;

import io.github.mpesasdk.error.UnreadableBodyException;
import org.jspecify.annotations.Nullable;

/** Reads bodies from outside. Whatever comes in, only {@link UnreadableBodyException} comes out. */
final class DrcBodies {

    private DrcBodies() {}

    static SoapMessage message(String body) {
        if (body.isBlank()) {
            throw unreadable("it is empty", body, null);
        }
        if (!body.stripLeading().startsWith("<") && !body.startsWith("\uFEFF")) {
            throw unreadable("it is no XML", body, null);
        }
        try {
            return SoapReader.read(body);
        } catch (UnreadableXmlException refused) {
            throw unreadable(String.valueOf(refused.getMessage()), body, refused);
        }
    }

    static Heard callback(String body) {
        if (message(body) instanceof SoapMessage.Request request) {
            return callback(request, body);
        }
        throw unreadable("it is an answer, and no callback", body, null);
    }

    static Heard callback(SoapMessage.Request request, String body) {
        return Heard.of(request)
                .orElseThrow(() -> unreadable("its items are none of a callback's", body, null));
    }

    static UnreadableBodyException unreadable(String reason, String body, @Nullable Throwable cause) {
        return new UnreadableBodyException(DrcDialect.MARKET, reason, body, cause);
    }
}
