package io.github.mpesasdk.survival;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.journal.jdbc.JdbcJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A machine of the shops, a process of its own. It is told what to do line by line, says what happened line by line,
 * and hears callbacks on a port of its own.
 */
final class Machine {

    private final String name;
    private final JsonObject settings;
    private final Checkpoints checkpoints = new Checkpoints(Machine::say);
    private final Map<String, Shop> shops = new ConcurrentHashMap<>();
    private final ExecutorService work = Executors.newCachedThreadPool();
    private final JdbcJournal journal;
    private final Orders orders;

    private Machine(String name, JsonObject settings) {
        this.name = name;
        this.settings = settings;
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.get("database").getAsString());
        source.setUser("postgres");
        source.setConnectTimeout(2);
        source.setSocketTimeout(20);
        this.journal = JdbcJournal.over(new Pool(source, checkpoints::passCommit).asDataSource())
                .key(settings.get("journalKey").getAsString())
                .createTables()
                .build();
        this.orders = new Orders(new Pool(source, () -> {}).asDataSource());
    }

    /**
     * Runs until it is killed, or nobody speaks to it any more.
     *
     * @param arguments the name of the machine
     */
    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Machine machine = new Machine(
                arguments[0],
                JsonParser.parseString(Objects.requireNonNull(lines.readLine())).getAsJsonObject());
        say("READY " + machine.listen());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            machine.obey(line.split(" ", -1));
        }
        System.exit(0);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private int listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(work);
        server.createContext("/", this::hear);
        server.start();
        return server.getAddress().getPort();
    }

    // The path is /shop/order/...
    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = path.split("/", -1);
            int status = 200;
            String answer;
            try {
                answer = Objects.requireNonNull(shops.get(parts[1]), parts[1]).receive(parts[2], path, body);
            } catch (RuntimeException notKept) {
                status = 500;
                answer = "";
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "open" -> {
                shops.computeIfAbsent(words[1], shop -> open(shop, words[2].equals("paused")));
                say("OPENED " + words[1]);
            }
            case "close" -> Objects.requireNonNull(shops.remove(words[1])).close();
            case "resume" -> shops.values().forEach(shop -> shop.pause(false));
            case "arm" -> checkpoints.arm(words[1], words[2]);
            case "push", "payout" -> work.execute(() -> pay(words));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private Shop open(String shop, boolean isPaused) {
        return new Shop(shop, name, settings, journal, checkpoints, orders, isPaused);
    }

    private Shop shop(String shop) {
        return Objects.requireNonNull(shops.get(shop), shop);
    }

    private void pay(String[] words) {
        String order = words[2];
        try {
            if (words[0].equals("push")) {
                shop(words[1]).push(order, words[3], Long.parseLong(words[4]));
            } else {
                shop(words[1]).payOut(order, words[3], Long.parseLong(words[4]));
            }
            say("SENT " + order);
        } catch (MpesaException | SQLException error) {
            say("ERROR " + order + " " + error.getClass().getSimpleName());
        }
    }
}
