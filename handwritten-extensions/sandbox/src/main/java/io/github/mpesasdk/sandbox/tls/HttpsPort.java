package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection to the sandbox itself. */
final class HttpsPort implements Opening {

    private final SSLContext keys;
    private final int port;

    HttpsPort(Authority authority, int port) {
        this.keys = HostKeys.any(authority);
        this.port = port;
    }

    @Override
    public Optional<Opened> open(Socket socket) throws IOException {
        return Optional.of(Opened.tls(Handshake.with(keys, socket), port));
    }

    @Override
    public void refuse(Socket socket, String why) throws IOException {
        SSLSocket tls = Handshake.with(keys, socket);
        ProxyAnswer.BUSY.write(tls.getOutputStream(), why);
        tls.shutdownOutput();
    }
}
