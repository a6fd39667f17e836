package io.github.mpesasdk.sandbox.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to open, and where.
 *
 * @param httpsPort the port for HTTPS, 0 for a free one; empty to open one when it is asked for
 * @param proxyPort the port of the proxy, in the same way
 * @param authority the folder that keeps the authority; empty to forget it
 */
public record TlsSettings(Optional<Integer> httpsPort, Optional<Integer> proxyPort, Optional<Path> authority) {

    /** Nothing is opened or kept. */
    public static TlsSettings none() {
        return new TlsSettings(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With a port for HTTPS. */
    public TlsSettings httpsPort(int port) {
        return new TlsSettings(Optional.of(port), proxyPort, authority);
    }

    /** With a port for the proxy. */
    public TlsSettings proxyPort(int port) {
        return new TlsSettings(httpsPort, Optional.of(port), authority);
    }

    /** With a folder. */
    public TlsSettings authority(Path folder) {
        return new TlsSettings(httpsPort, proxyPort, Optional.of(folder));
    }
}
