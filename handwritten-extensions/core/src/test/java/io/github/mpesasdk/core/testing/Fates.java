package io.github.mpesasdk.core.testing;

import io.github.mpesasdk.core.testing.DyingServer.Fate;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can happen to a request that arrived. */
public final class Fates {

    private Fates() {}

    /** The line ends, without a byte of an answer. */
    public static Fate drop() {
        return (request, connection) -> connection.close();
    }

    /** The line ends with a TCP reset. */
    public static Fate reset() {
        return (request, connection) -> {
            connection.setSoLinger(true, 0);
            connection.close();
        };
    }

    /** No answer until the client gives up. */
    public static Fate stall() {
        return (request, connection) -> {
            while (connection.getInputStream().read() != -1) {
                // Whatever the client says now, there is no answer.
            }
        };
    }

    /** These bytes, and the line stays open. */
    public static Fate raw(String answer) {
        return (request, connection) -> write(connection, answer);
    }

    /**
     * A whole answer with this body.
     *
     * @param statusLine status and reason, for example {@code 503 Service Unavailable}
     * @param headers whole lines, for example {@code Retry-After: 0}
     */
    public static Fate answer(String statusLine, String body, String... headers) {
        return answer(statusLine, request -> body, headers);
    }

    /** The same with a body made from the request, such as an error page that repeats it. */
    public static Fate answer(String statusLine, Function<SeenRequest, String> body, String... headers) {
        return (request, connection) -> {
            String text = body.apply(request);
            write(connection, head(statusLine, length(text), headers) + text);
        };
    }

    /** An answer that announces more than comes, and then the line ends. */
    public static Fate truncated(String statusLine, String body) {
        return (request, connection) -> {
            write(connection, head(statusLine, length(body) + 100) + body);
            connection.close();
        };
    }

    /** This, and then the line ends without a word about it: an idle connection that the server gave up. */
    public static Fate thenClose(Fate fate) {
        return (request, connection) -> {
            fate.befall(request, connection);
            connection.close();
        };
    }

    /** The same, and that a request has met it is noted. */
    public static Fate noting(AtomicBoolean hasArrived, Fate fate) {
        return (request, connection) -> {
            hasArrived.set(true);
            fate.befall(request, connection);
        };
    }

    /** One fate for some requests, another for the rest. */
    public static Fate when(Predicate<SeenRequest> some, Fate fate, Fate otherwise) {
        return (request, connection) -> (some.test(request) ? fate : otherwise).befall(request, connection);
    }

    private static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String head(String statusLine, int length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(statusLine).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }
}
