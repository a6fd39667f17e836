package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The server's side of a TLS handshake, for HTTP/1.1 alone: the faults of the sandbox are faults of HTTP/1.1. */
final class Handshake {

    private Handshake() {}

    static SSLSocket with(SSLContext keys, Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) keys.getSocketFactory().createSocket(socket, InputStream.nullInputStream(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }
}
