package io.github.mpesasdk.sandbox;

import java.net.URI;
import java.util.Locale;

/** Decides by the look of an address, without asking any name server, whether it can only mean this machine. */
final class Loopback {

    private Loopback() {}

    static boolean is(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
            return false;
        }
        return isHost(host);
    }

    /** Whether a host, by name or number, is this machine's loopback. */
    static boolean isHost(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("::1");
    }
}
