package io.github.mpesasdk.core.transport;

import okhttp3.Headers;
import okio.ByteString;

/**
 * An answer as it came, of whatever status and form. {@code toString} shows the status only: bodies hold secrets.
 *
 * @param protocol protocol and version, for example {@code http/1.1}
 * @param reason the word behind the status; empty if there is none
 */
public record RawAnswer(int status, String protocol, String reason, Headers headers, ByteString body) {

    @Override
    public String toString() {
        return "RawAnswer[" + status + "]";
    }
}
