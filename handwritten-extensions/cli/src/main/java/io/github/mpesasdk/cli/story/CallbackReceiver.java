package io.github.mpesasdk.cli.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mpesasdk.UnreadableBodyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The shop's web server: hands every callback to the SDK, and answers what the SDK says. */
final class CallbackReceiver implements AutoCloseable {

    private static final String PATH = "/pay";

    /** A callback that arrived. */
    record Arrival(String path, String body, Reply reply) {}

    /** What the SDK says of a callback. */
    record Reply(boolean isGenuine, String acknowledgement) {}

    /** What hands a callback to the SDK. */
    interface Receiver {
        Reply receive(String path, String body);
    }

    private final HttpServer server;
    private final String replyType;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /** A shop whose replies are of this media type. */
    CallbackReceiver(String replyType) {
        this.replyType = replyType;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
    }

    /** The address to give to the client. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** Starts to listen. */
    void open(Receiver receiver) {
        server.createContext(PATH, exchange -> take(exchange, receiver));
        server.start();
    }

    private void take(HttpExchange exchange, Receiver receiver) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = receiver.receive(path, body);
            arrivals.add(new Arrival(path, body, reply));
            byte[] answer = reply.acknowledgement().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", replyType);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (UnreadableBodyException stranger) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    /** The next callback. */
    Arrival next(Duration limit) {
        try {
            Arrival arrival = arrivals.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (arrival == null) {
                throw new StoryBrokenException("No callback came within " + limit.toSeconds() + " s.");
            }
            return arrival;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoryBrokenException("Interrupted.");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
