package io.github.mpesasdk.core.transport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The password in the header of HTTP's Basic scheme (RFC 7617). */
final class BasicSecret {

    private BasicSecret() {}

    /** The password; the whole header where it cannot be read. */
    static String in(String header) {
        String encoded = header.substring(header.indexOf(' ') + 1);
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return header;
        }
    }
}
