package io.github.mpesasdk.sandbox.tls;

import java.net.Socket;

/**
 * A connection that is ready for HTTP.
 *
 * @param client what the client speaks: TLS, or the connection itself
 * @param port the port of the sandbox that it shall reach
 * @param first what the sandbox reads first
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
record Opened(Socket client, int port, byte[] first) {

    static Opened tls(Socket tls, int port) {
        return new Opened(tls, port, new byte[0]);
    }
}
