package io.github.mpesasdk.benchmarks.crowds;

import io.github.mpesasdk.benchmarks.server.Gateway;
import io.github.mpesasdk.kenya.Daraja;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;

/** One payment after the other, with more and more behind it; the clock moves, so that the oldest are forgotten. */
final class Crowded implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final AtomicLong moved = new AtomicLong();
    private final OkHttpClient client;
    private final Daraja daraja;

    Crowded(Gateway gateway) {
        var trust = gateway.trust();
        this.client = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
        this.daraja = Daraja.builder()
                .at(gateway.https())
                .app("key", "secret-of-the-app")
                .payBill("174379", "9f2c61d0b7e84a35a1c2e9d47f60b8135c7a2e4d9b01f6835e7c4a2d1b9f0e63")
                .callbacksAt(URI.create("https://shop.example/pay"))
                .httpClient(client)
                .clock(clock())
                .build();
    }

    private Clock clock() {
        Instant start = Instant.now();
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return start.plusMillis(moved.get());
            }
        };
    }

    /** Pays so often, and says how many microseconds the middle one took. */
    double pay(int payments) {
        double[] micros = new double[payments];
        for (int i = 0; i < payments; i++) {
            moved.addAndGet(BETWEEN.toMillis());
            long start = System.nanoTime();
            daraja.stk()
                    .push(push ->
                            push.amount(1).from("254708374149").reference("INV").description("Tea"));
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(micros);
        return micros[payments / 2];
    }

    @Override
    public void close() {
        daraja.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
