package io.github.mpesasdk.core.callback;

import java.net.URI;

/**
 * An address of the caller's under which a gateway shall report, made unique for one request by a token.
 * {@code toString} hides it.
 *
 * @param base the caller's address
 * @param token the signed part
 */
public record CallbackAddress(URI base, CallbackToken token) {

    /** The address for the outcome. */
    public String text() {
        String text = base.toString();
        return text.endsWith("/") ? text + token.text() : text + "/" + token.text();
    }

    /** The address for the report that a request waited too long inside the gateway. */
    public String timeoutText() {
        return text() + "/timeout";
    }

    @Override
    public String toString() {
        return "CallbackAddress[***]";
    }
}
