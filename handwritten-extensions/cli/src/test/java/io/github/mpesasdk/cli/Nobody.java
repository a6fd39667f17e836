package io.github.mpesasdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A place of this machine at which nobody listens. */
final class Nobody {

    // Taken, so nobody else gets it while other tests open ports.
    private static final Socket HOLDER = new Socket();

    private Nobody() {}

    static synchronized String address() {
        try {
            if (!HOLDER.isBound()) {
                HOLDER.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            }
            return "http://127.0.0.1:" + HOLDER.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
