package io.github.mpesasdk.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Leads every connection to one port of this machine, so that a client may believe in the port of the spec. Which one
 * it meant still stands in the header {@code Host}.
 */
final class LoopbackSockets extends SocketFactory {

    private final int port;

    LoopbackSockets(int port) {
        this.port = port;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress meant, int timeout) throws IOException {
                super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int meant) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int meant, InetAddress localHost, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int meant) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int meant, InetAddress localHost, int localPort) {
        throw connected();
    }

    private static IllegalStateException connected() {
        return new IllegalStateException("OkHttp connects its sockets itself");
    }
}
