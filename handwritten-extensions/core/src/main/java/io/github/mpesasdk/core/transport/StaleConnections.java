package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSocket;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a server closed a kept HTTP/1.1 connection while nobody used it. A request written into one is lost, and
 * a lost payment request is an unknown outcome although nothing happened. OkHttp looks only at connections that were
 * idle for ten seconds; many servers close sooner. Thread-safe.
 */
final class StaleConnections {

    private final Set<Connection> seen = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * Whether a connection has ended since it was here before; one that cannot be asked is taken for ended. Costs a
     * millisecond, and next to nothing for a new one and for one of {@link ChannelSockets}.
     */
    boolean hasEnded(Connection connection) {
        if (seen.add(connection)) {
            return false;
        }
        SocketChannel channel = channel(connection);
        try {
            return channel == null ? hasEnded(connection.socket()) : hasEnded(channel);
        } catch (IOException | RuntimeException broken) {
            return true;
        }
    }

    // Other sockets may have a channel too, and it need not be theirs alone: a socket of TLS gives the one below it,
    // where the bytes are those of TLS. A SOCKS proxy has no socket of the factory.
    private static @Nullable SocketChannel channel(Connection connection) {
        Socket socket = connection.socket();
        boolean isOfChannelSockets = connection.route().address().socketFactory() == ChannelSockets.INSTANCE
                && !(socket instanceof SSLSocket);
        return isOfChannelSockets ? socket.getChannel() : null;
    }

    // Whatever can be read is either the end or something that nobody asked for.
    private static boolean hasEnded(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        try {
            return channel.read(ByteBuffer.allocate(1)) != 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    private static boolean hasEnded(Socket socket) throws IOException {
        int timeout = socket.getSoTimeout();
        socket.setSoTimeout(1);
        try {
            int unused = socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException quiet) {
            return false;
        } finally {
            socket.setSoTimeout(timeout);
        }
    }
}
