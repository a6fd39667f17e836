package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Connection;

/**
 * Notices that a server closed a kept HTTP/1.1 connection while nobody used it. A request written into one is lost, and
 * a lost payment request is an unknown outcome although nothing happened. OkHttp looks only at connections that were
 * idle for ten seconds; many servers close sooner. To look costs a millisecond, so it is done when a connection is used
 * again for the first time, which finds servers that close after each answer, and whenever it rested for longer than
 * the news of its end may take on the way. Thread-safe.
 */
final class StaleConnections {

    private static final Duration SHORT_REST = Duration.ofMillis(100);

    private final Map<Connection, Rest> rests = Collections.synchronizedMap(new WeakHashMap<>());

    private static final class Rest {
        private volatile boolean wasLookedAt;
        private volatile long since = System.nanoTime() - SHORT_REST.toNanos();
    }

    /** Whether a connection has ended since it was here before. */
    boolean hasEnded(Connection connection) {
        Rest rest = rests.get(connection);
        if (rest == null) {
            rests.put(connection, new Rest());
            return false;
        }
        if (rest.wasLookedAt && System.nanoTime() - rest.since < SHORT_REST.toNanos()) {
            return false;
        }
        rest.wasLookedAt = true;
        return hasEnded(connection.socket());
    }

    /** A whole answer has come over a connection, which now rests. */
    void rests(Connection connection) {
        Rest rest = rests.get(connection);
        if (rest != null) {
            rest.since = System.nanoTime();
        }
    }

    private static boolean hasEnded(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(1);
            try {
                // Whatever can be read is either the end or something that nobody asked for.
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
