package io.github.mpesasdk.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** One TCP connection, because an HTTP client shows only what it takes to be the answer. */
public final class RawConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
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

    /** Everything that comes until the other side ends the connection. */
    public String readToTheEnd() throws IOException {
        return read(all -> false);
    }

    /** Everything that comes until it is enough and nothing more has come for a while. */
    public String read(Predicate<String> enough) throws IOException {
        StringBuilder all = new StringBuilder();
        socket.setSoTimeout((int) PATIENCE.toMillis());
        byte[] segment = new byte[65536];
        try {
            for (int n = socket.getInputStream().read(segment);
                    n >= 0;
                    n = socket.getInputStream().read(segment)) {
                all.append(new String(segment, 0, n, StandardCharsets.UTF_8));
                Duration patience = enough.test(all.toString()) ? SILENCE : PATIENCE;
                socket.setSoTimeout((int) patience.toMillis());
            }
            ended = true;
        } catch (SocketTimeoutException silence) {
            if (!enough.test(all.toString())) {
                throw silence;
            }
        }
        return all.toString();
    }

    /** Whether an answer has come as a whole, with a length or in pieces. */
    public static boolean hasAnAnswer(String all) {
        return all.endsWith("}") || all.endsWith("\r\n0\r\n\r\n");
    }

    /** Whether two answers have come as a whole. */
    public static boolean hasTwoAnswers(String all) {
        return all.split("HTTP/1.1 200 ", -1).length > 2 && all.endsWith("}");
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
