package io.github.mpesasdk.survival;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A load balancer before the machines: callbacks of an order go to one of them, to another only if nobody listens
 * there. Confirmations of unasked money come to one address for all; the order is in their body.
 */
final class Balancer implements AutoCloseable {

    static final String TILL = "till";

    private final HttpServer server;
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final List<MachineProcess> machines = new CopyOnWriteArrayList<>();
    private final Map<String, String> routes = new ConcurrentHashMap<>();
    private final Map<String, String> shops = new ConcurrentHashMap<>();

    Balancer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(work);
        server.createContext("/", this::hear);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The machines that are there now. */
    void machines(MachineProcess... now) {
        machines.clear();
        machines.addAll(List.of(now));
    }

    /** Callbacks of an order go to this machine, while it lives; it is an order of this shop. */
    void route(String order, String shop, String machine) {
        routes.put(order, machine);
        shops.put(order, shop);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.startsWith("/" + TILL + "/")) {
                String order = JsonParser.parseString(body)
                        .getAsJsonObject()
                        .get("BillRefNumber")
                        .getAsString();
                path = "/" + shops.get(order) + "/" + order + path;
            }
            HttpResponse<String> answer = pass(path, body);
            int status = answer == null ? 502 : answer.statusCode();
            byte[] bytes = (answer == null ? "" : answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private @Nullable HttpResponse<String> pass(String path, String body) {
        String wanted = routes.getOrDefault(path.split("/", -1)[2], "");
        List<MachineProcess> inOrder = machines.stream()
                .sorted((one, other) ->
                        Boolean.compare(other.name().equals(wanted), one.name().equals(wanted)))
                .toList();
        for (MachineProcess machine : inOrder) {
            try {
                return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + machine.port() + path))
                                .timeout(Duration.ofSeconds(30))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (ConnectException nobody) {
                // The next one.
            } catch (IOException killed) {
                // It may have heard; a balancer does not repeat what is posted.
                return null;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
        work.shutdownNow();
    }
}
