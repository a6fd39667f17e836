package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What clients take for their way to the network. It leads the addresses of the operators to the sandbox and everything
 * else nowhere: it makes no connection but to the sandbox. Besides CONNECT it takes requests with a whole https
 * address, which old clients, such as axios before its version 1, send instead.
 */
final class ConnectProxy implements Opening {

    private static final int MOST_SHOWN = 100;
    private static final int MOST_UNREAD = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Authority authority;
    private final Map<String, IntSupplier> ports;

    /**
     * A proxy.
     *
     * @param ports the port of the sandbox for each {@code host:port} of an operator
     */
    ConnectProxy(Authority authority, Map<String, IntSupplier> ports) {
        this.authority = authority;
        this.ports = Map.copyOf(ports);
    }

    @Override
    public Optional<Opened> open(Socket socket) throws IOException {
        Optional<RequestHead> head;
        try {
            head = RequestHead.read(socket.getInputStream());
        } catch (RequestHead.TooLargeException e) {
            return refused(socket, ProxyAnswer.TOO_LARGE, "That is more than the headers of a request.");
        }
        if (head.isEmpty()) {
            return refused(socket, ProxyAnswer.MALFORMED, "That is no request to a proxy.");
        }
        Optional<String> destination = head.get().destination();
        @Nullable IntSupplier port = destination.map(ports::get).orElse(null);
        if (port == null) {
            return refused(socket, ProxyAnswer.REFUSED, refusal(head.get()));
        }
        int leadsTo = port.getAsInt();
        if (!head.get().isConnect()) {
            return Optional.of(new Opened(socket, leadsTo, head.get().toServer()));
        }
        socket.getOutputStream()
                .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        SSLContext keys = HostKeys.of(authority, host(destination.orElseThrow()));
        return Optional.of(Opened.tls(Handshake.with(keys, socket), leadsTo));
    }

    /** The name in {@code host:port}. */
    static String host(String target) {
        return target.substring(0, target.lastIndexOf(':'));
    }

    @Override
    public void refuse(Socket socket, String why) throws IOException {
        RequestHead.read(socket.getInputStream());
        ProxyAnswer.BUSY.write(socket.getOutputStream(), why);
    }

    private static Optional<Opened> refused(Socket socket, ProxyAnswer answer, String why) throws IOException {
        answer.write(socket.getOutputStream(), why);
        socket.shutdownOutput();
        leaveUnread(socket);
        return Optional.empty();
    }

    /** Closing a connection with bytes unread would reset it, and the answer with it. */
    private static void leaveUnread(Socket socket) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        byte[] segment = new byte[MOST_UNREAD];
        int left = MOST_UNREAD;
        for (int n = 0; n >= 0 && left > 0; left -= n) {
            n = socket.getInputStream().read(segment, 0, left);
        }
    }

    private String refusal(RequestHead head) {
        String asked = (head.method() + " " + head.target()).replaceAll("[^\\x21-\\x7e ]", "?");
        return "The proxy of the M-Pesa sandbox forwards nothing. It answers https for "
                + String.join(", ", ports.keySet().stream().sorted().toList()) + ", and not "
                + asked.substring(0, Math.min(asked.length(), MOST_SHOWN));
    }
}
