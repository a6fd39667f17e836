package io.github.mpesasdk.core.transport;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/** A socket factory as a caller may bring along; OkHttp connects the sockets itself. */
final class SocketsOfTheCaller extends SocketFactory {

    private final Supplier<Socket> sockets;

    SocketsOfTheCaller(Supplier<Socket> sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket() {
        return sockets.get();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new AssertionError("OkHttp connects a socket itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new AssertionError("OkHttp connects a socket itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new AssertionError("OkHttp connects a socket itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new AssertionError("OkHttp connects a socket itself");
    }
}
