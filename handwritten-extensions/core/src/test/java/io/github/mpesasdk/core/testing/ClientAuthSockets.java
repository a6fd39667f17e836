package io.github.mpesasdk.core.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/** Server sockets for TLS that demand a certificate of each client, or do not. */
final class ClientAuthSockets extends SSLServerSocketFactory {

    private final SSLServerSocketFactory sockets;
    private final boolean demanding;

    ClientAuthSockets(SSLServerSocketFactory sockets, boolean demanding) {
        this.sockets = sockets;
        this.demanding = demanding;
    }

    private ServerSocket demanding(ServerSocket socket) {
        ((SSLServerSocket) socket).setNeedClientAuth(demanding);
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return demanding(sockets.createServerSocket());
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return demanding(sockets.createServerSocket(port));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return demanding(sockets.createServerSocket(port, backlog));
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return demanding(sockets.createServerSocket(port, backlog, address));
    }
}
