package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that can be asked without waiting whether anything is there to be read. A thread that is interrupted
 * while it uses one ends the connection, and an answer that was on its way is lost. So none of these is for a payment,
 * nor for HTTP/2, where payments share a connection with everything else.
 */
final class ChannelSockets extends SocketFactory {

    // One for all: OkHttp shares a connection only between clients with the same factory.
    static final ChannelSockets INSTANCE = new ChannelSockets();

    private ChannelSockets() {}

    @Override
    public Socket createSocket() throws IOException {
        return SocketChannel.open().socket();
    }

    private static Socket connected(SocketAddress remote, @Nullable SocketAddress local) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().bind(local);
            channel.socket().connect(remote);
            return channel.socket();
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }
}
