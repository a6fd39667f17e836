package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;

/**
 * Notices that a server closed a kept HTTP/1.1 connection while nobody used it. A request written into one is lost, and
 * a lost payment request is an unknown outcome although nothing happened. OkHttp looks only at connections that were
 * idle for ten seconds; many servers close sooner.
 */
final class StaleConnections {

    private StaleConnections() {}

    /** Whether a connection has ended; one that cannot be asked is taken for ended. Costs a millisecond. */
    static boolean hasEnded(Connection connection) {
        try {
            return hasEnded(connection.socket());
        } catch (IOException | RuntimeException broken) {
            return true;
        }
    }

    // Whatever can be read is either the end or something that nobody asked for.
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
