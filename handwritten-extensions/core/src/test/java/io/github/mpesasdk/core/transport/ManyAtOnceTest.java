package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many asynchronous calls are under way at once. */
class ManyAtOnceTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    // The server answers nobody before all are there, so fewer at once would never end.
    @ParameterizedTest
    @CsvSource({"256, 5", "400, 400"})
    void asManyAsTheCallersDispatcherAllowsAndNeverFewerThan256(int calls, int allowed) throws Exception {
        CountDownLatch all = new CountDownLatch(calls);
        DyingServer.Fate together = (request, connection) -> {
            all.countDown();
            await(all);
            Gateway.acceptById().befall(request, connection);
        };
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(allowed);
        dispatcher.setMaxRequestsPerHost(allowed);
        OkHttpClient client = new OkHttpClient.Builder().dispatcher(dispatcher).build();
        DyingServer.Fate fate = Fates.when(
                request -> request.path().equals("/token"), Fates.answer("200 OK", "{\"token\":\"t\"}"), together);
        try (DyingServer server = DyingServer.start(fate);
                Post post =
                        Post.to(server.baseUrl()).shared(client).timeout(LONG).open()) {
            List<CompletableFuture<Wire>> payments = IntStream.range(0, calls)
                    .mapToObj(id -> post.sendAsync(Post.PAY_BY_ID, "Id", String.valueOf(id)))
                    .toList();

            CompletableFuture.allOf(payments.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

            assertEquals(calls, server.count("/payById"));
        }
    }

    @Test
    void whatGetsNoTurnInTimeIsNotSent() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(256);
        DyingServer.Fate held = (request, connection) -> {
            busy.countDown();
            await(release);
            Gateway.acceptById().befall(request, connection);
        };
        DyingServer.Fate fate = Fates.when(
                request -> request.path().equals("/token"), Fates.answer("200 OK", "{\"token\":\"t\"}"), held);
        try (DyingServer server = DyingServer.start(fate);
                Post post = Post.to(server.baseUrl()).timeout(LONG).open()) {
            List<CompletableFuture<Wire>> payments = IntStream.range(0, 256)
                    .mapToObj(id -> post.sendAsync(Post.PAY_BY_ID, "Id", String.valueOf(id)))
                    .toList();
            await(busy);
            CallOptions limit = new CallOptions(Duration.ofMillis(300), () -> false, () -> true, false);

            CompletableFuture<Wire> late =
                    post.invoker().with(limit).invokeAsync(Post.PAY_BY_ID, Wire.of("Id", "late"));

            ExecutionException failure = assertThrows(ExecutionException.class, () -> late.get(60, TimeUnit.SECONDS));
            assertInstanceOf(NotConnectedException.class, failure.getCause());
            release.countDown();
            CompletableFuture.allOf(payments.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            post.send(Post.ASK_BY_ID, "Id", "last");
            assertEquals(256, server.count("/payById"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new TimeoutException();
            }
        } catch (InterruptedException | TimeoutException never) {
            throw new IllegalStateException(never);
        }
    }
}
