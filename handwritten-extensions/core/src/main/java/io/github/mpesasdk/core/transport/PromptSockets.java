package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Sockets that send small pieces at once. TCP holds a piece back until the one before it is acknowledged, and the other
 * side takes its time to do so. So a request right behind a TLS handshake, which is each payment that has a connection
 * of its own, would wait some 40 milliseconds more than the network takes.
 */
final class PromptSockets extends SocketFactory {

    private final SocketFactory sockets;

    PromptSockets(SocketFactory sockets) {
        this.sockets = sockets;
    }

    private static Socket prompt(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
        } catch (SocketException | RuntimeException notOfTcp) {
            // It has no such delay, or keeps it; either way it works.
        }
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return prompt(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return prompt(sockets.createSocket(host, port, localHost, localPort));
    }
}
