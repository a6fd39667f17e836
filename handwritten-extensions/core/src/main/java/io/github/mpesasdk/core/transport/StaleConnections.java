package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;

/**
 * Notices that a server closed a kept HTTP/1.1 connection while nobody used it. A request written into one is lost, and
 * a lost payment request is an unknown outcome although nothing happened. OkHttp looks only at connections that were
 * idle for ten seconds; many servers close sooner. Thread-safe.
 */
final class StaleConnections {

    private final Set<Connection> seen = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * Whether a connection has ended since it was here before. Costs a millisecond, and next to nothing for a new one
     * and for one of {@link ChannelSockets}.
     */
    boolean hasEnded(Connection connection) {
        if (seen.add(connection)) {
            return false;
        }
        Socket socket = connection.socket();
        SocketChannel channel = socket.getChannel();
        return channel == null ? hasEnded(socket) : hasEnded(channel);
    }

    // Whatever can be read is either the end or something that nobody asked for.
    private static boolean hasEnded(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            try {
                return channel.read(ByteBuffer.allocate(1)) != 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException broken) {
            return true;
        }
    }

    private static boolean hasEnded(Socket socket) {
        try {
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
        } catch (IOException broken) {
            return true;
        }
    }
}
