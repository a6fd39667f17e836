package io.github.mpesasdk.sandbox.tls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a request to a proxy.
 *
 * @param method what is asked
 * @param target of what: {@code host:port} in a CONNECT, a whole address in anything else
 * @param headers the lines behind the first
 */
record RequestHead(String method, String target, List<String> headers) {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int HTTPS = 443;

    /**
     * Reads a head and not a byte more, because what follows may be TLS. Empty if it is no HTTP.
     *
     * @throws TooLargeException if there is no end to it
     */
    static Optional<RequestHead> read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
            if (head.size() > MOST_BYTES) {
                throw new TooLargeException();
            }
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
        List<String> lines = List.of(head.toString(StandardCharsets.ISO_8859_1).split("\r?\n"));
        String[] words = lines.isEmpty() ? new String[0] : lines.get(0).split(" ", -1);
        return words.length == 3 && words[2].startsWith("HTTP/1.")
                ? Optional.of(new RequestHead(words[0], words[1], lines.subList(1, lines.size())))
                : Optional.empty();
    }

    boolean isConnect() {
        return method.equals("CONNECT");
    }

    /** The {@code host:port} that it is for; empty if it is for none, or for one without TLS. */
    Optional<String> destination() {
        if (isConnect()) {
            return Optional.of(target.toLowerCase(Locale.ROOT));
        }
        return address()
                .map(uri -> uri.getHost().toLowerCase(Locale.ROOT) + ":" + (uri.getPort() < 0 ? HTTPS : uri.getPort()));
    }

    /** The same request to the server itself, and the only one on its connection. */
    byte[] toServer() {
        URI uri = address().orElseThrow();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        StringBuilder head = new StringBuilder(method).append(' ').append(path);
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.1\r\n");
        headers.stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(proxy-.*|connection|keep-alive):.*"))
                .forEach(line -> head.append(line).append("\r\n"));
        return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private Optional<URI> address() {
        try {
            URI uri = URI.create(target);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A head that is longer than any that a client sends. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
