package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** What is said on a connection before its bytes are the sandbox's. */
interface Opening {

    /** The connection with TLS ended; empty if it was refused, and told why. */
    Optional<Opened> open(Socket socket) throws IOException;

    /** Tells a client that there are too many connections. */
    void refuse(Socket socket, String why) throws IOException;
}
