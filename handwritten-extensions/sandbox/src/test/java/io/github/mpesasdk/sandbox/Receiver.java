package io.github.mpesasdk.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A merchant's web server: takes callbacks at any path and answers as it is told. */
public final class Receiver implements AutoCloseable {

    /** How to answer one path. */
    public record Reply(int status, String body, Duration delay) {}

    /** What came. */
    public record Received(String contentType, String body) {

        JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }
    }

    private final HttpServer server;
    private final String scheme;
    private final Map<String, BlockingQueue<Received>> received = new ConcurrentHashMap<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, Queue<Reply>> once = new ConcurrentHashMap<>();
    private final Function<Received, String> courtesy;

    public Receiver() throws IOException {
        this(callback -> "{\"ResultCode\":0,\"ResultDesc\":\"Success\"}");
    }

    /** A receiver of JSON that replies as a function of the callback, unless it was told otherwise. */
    public Receiver(Function<JsonObject, String> courtesy) throws IOException {
        this(courtesy, Received::json);
    }

    /** A receiver of anything. */
    public static Receiver ofText(Function<String, String> courtesy) throws IOException {
        return new Receiver(courtesy, Received::body);
    }

    /** A receiver behind TLS. */
    static Receiver behindTls(SSLContext certificate) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return new Receiver(server, "https", callback -> "{}");
    }

    private <T> Receiver(Function<T, String> courtesy, Function<Received, T> reading) throws IOException {
        this(HttpServer.create(loopback(), 0), "http", reading.andThen(courtesy));
    }

    private Receiver(HttpServer server, String scheme, Function<Received, String> courtesy) {
        this.server = server;
        this.scheme = scheme;
        this.courtesy = courtesy;
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public void answer(String path, Reply reply) {
        replies.put(path, reply);
    }

    /** Answers the next callback so, and those after it as it does without. */
    public void answerOnce(String path, Reply reply) {
        once.computeIfAbsent(path, key -> new ConcurrentLinkedQueue<>()).add(reply);
    }

    /** The next callback at a path. */
    public JsonObject next(String path) throws InterruptedException {
        return take(path).json();
    }

    /** The next callback at a path, as it came. */
    public Received take(String path) throws InterruptedException {
        Received next = queue(path).poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no callback came to " + path);
        }
        return next;
    }

    /** What has come to a path and was not yet taken. */
    public List<JsonObject> waiting(String path) {
        return queue(path).stream().map(Received::json).toList();
    }

    /** Whether nothing has come to a path, or all was taken. */
    public boolean isUntouched(String path) {
        return queue(path).isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private BlockingQueue<Received> queue(String path) {
        return received.computeIfAbsent(path, key -> new LinkedBlockingQueue<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Received callback = new Received(exchange.getRequestHeaders().getFirst("Content-Type"), body);
            queue(path).add(callback);
            Reply first = once.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
            Reply usual = replies.getOrDefault(path, new Reply(200, courtesy.apply(callback), Duration.ZERO));
            Reply reply = first == null ? usual : first;
            if (!reply.delay().isZero()) {
                Thread.sleep(reply.delay().toMillis());
            }
            byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
