package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import okhttp3.Connection;

/**
 * Frees a call that goes on although it was cancelled. Over HTTP/2, OkHttp cancels a stream and not its connection;
 * where the peer or the network takes no more bytes, a call that writes into it, or waits for its turn to write, would
 * wait a quarter of an hour, or for ever if the peer still answers TCP. The other calls on that connection are lost
 * with it: their outcome is unknown.
 */
final class StuckConnections {

    /** How long a cancelled call may take to notice it: long for a machine that is busy, short for a caller. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private StuckConnections() {}

    /** Ends the connection over which a cancelled call is still under way. */
    static void end(Connection connection) {
        Socket socket = connection.socket();
        try {
            // Otherwise TLS, that of the JDK, would say goodbye first, and wait for its turn behind the one that is
            // stuck.
            socket.setSoLinger(true, 0);
        } catch (SocketException | RuntimeException notOfTcp) {
            // It has no goodbye, or keeps it.
        }
        try {
            socket.close();
        } catch (IOException endedAlready) {
            // That is what was wanted.
        }
    }
}
