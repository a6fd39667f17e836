package io.github.mpesasdk.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One TCP connection, because an HTTP client shows only what it takes to be the answer. */
public final class RawConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final Socket socket;
    private boolean ended;

    public RawConnection(URI baseUrl) throws IOException {
        this(new Socket(baseUrl.getHost(), baseUrl.getPort()));
    }

    /** One that is open, with TLS perhaps. */
    public RawConnection(Socket socket) {
        this.socket = socket;
    }

    void get(String path, String host) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    public void post(String path, String token, String body) throws IOException {
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Everything that comes until nothing has come for a while. */
    public String read() throws IOException {
        StringBuilder all = new StringBuilder();
        socket.setSoTimeout((int) PATIENCE.toMillis());
        byte[] segment = new byte[65536];
        try {
            for (int n = socket.getInputStream().read(segment);
                    n >= 0;
                    n = socket.getInputStream().read(segment)) {
                all.append(new String(segment, 0, n, StandardCharsets.UTF_8));
                socket.setSoTimeout((int) SILENCE.toMillis());
            }
            ended = true;
        } catch (SocketTimeoutException e) {
            // It was silent for long enough.
        }
        return all.toString();
    }

    /** Whether the other side has ended the connection without another word. */
    public boolean isClosed() throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return ended || socket.getInputStream().read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
