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
public record TlsSettings(Optional<Integer> httpsPort, Optional<Integer> proxyPort, Optional<Path> authority) {}
