package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import okhttp3.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Frees a call that goes on although it was cancelled. Over HTTP/2, OkHttp cancels a stream and not its connection;
 * where the peer or the network takes no more bytes, whoever writes into it, or waits for a turn to write, would wait
 * until TCP gives up, which takes a quarter of an hour.
 */
final class StuckConnections {

    /** How long a cancelled call may take to notice it: long for a machine that is busy, short for a caller. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private StuckConnections() {}

    /** Ends the connection over which a cancelled call is still under way; null if it is over. */
    static void end(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        Socket socket = connection.socket();
        try {
            // Otherwise TLS would say goodbye first, and wait for its turn behind the one that is stuck.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException endedAlready) {
            // That is what was wanted.
        }
    }
}
