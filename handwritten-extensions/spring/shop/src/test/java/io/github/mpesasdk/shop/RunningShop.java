package io.github.mpesasdk.shop;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The shop on a port, with a file for its orders and payments, and the sandbox for a gateway. */
final class RunningShop implements AutoCloseable {

    // Systems give out none of these by themselves, by default, so one that is free stays so until it is opened.
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int MOST_TRIES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KenyaSandbox kenya;
    private final Path file;
    private final int port;
    private final HttpClient browser = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;

    private RunningShop(KenyaSandbox kenya, Path file, int port) {
        this.kenya = kenya;
        this.file = file;
        this.port = port;
        this.context = run();
    }

    static RunningShop start(KenyaSandbox kenya, Path file) {
        return new RunningShop(kenya, file, freePort());
    }

    // The address of callbacks has to be known before the server has found a port of its own.
    private static int freePort() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no port of this machine can be opened");
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(ShopApplication.class)
                .properties(
                        "server.port=" + port,
                        "shop.file=" + file,
                        "SHOP_URL=" + address(),
                        "SHOP_JOURNAL_KEY=0123456789abcdef0123456789abcdef",
                        "SHOP_CALLBACK_KEY=fedcba9876543210fedcba9876543210",
                        "mpesa.kenya.url=" + kenya.baseUrl(),
                        "mpesa.kenya.consumer-key=" + kenya.consumerKey(),
                        "mpesa.kenya.consumer-secret=" + kenya.consumerSecret(),
                        "mpesa.kenya.pay-bill=" + kenya.payBill(),
                        "mpesa.kenya.passkey=" + kenya.passkey(),
                        "mpesa.kenya.short-code=" + kenya.businessShortCode(),
                        "mpesa.kenya.initiator.name=" + kenya.initiatorName(),
                        "mpesa.kenya.initiator.password=" + kenya.initiatorPassword(),
                        "mpesa.kenya.initiator.certificate="
                                + kenya.certificatePem().replace("\n", "\\n"),
                        "mpesa.kenya.client.reconcile-after=1s")
                .run();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void stop() {
        context.close();
    }

    void startAgain() {
        context = run();
    }

    JsonObject order(String tea, String phone) {
        JsonObject request = new JsonObject();
        request.addProperty("tea", tea);
        request.addProperty("phone", phone);
        return send(HttpRequest.newBuilder(address().resolve("/api/orders"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request.toString())));
    }

    void refund(String order) {
        send(HttpRequest.newBuilder(address().resolve("/api/orders/" + order + "/refund"))
                .POST(BodyPublishers.noBody()));
    }

    JsonObject find(String order) {
        return send(HttpRequest.newBuilder(address().resolve("/api/orders/" + order)));
    }

    /** The order once it is no longer in one of these states. */
    JsonObject awaitEndOf(String order, String... states) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonObject found = find(order);
        while (Set.of(states).contains(found.get("state").getAsString()) && System.nanoTime() < end) {
            Thread.sleep(50);
            found = find(order);
        }
        return found;
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            return JsonParser.parseString(browser.send(request.build(), BodyHandlers.ofString())
                            .body())
                    .getAsJsonObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
