package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kept connections that a server has ended. Measured on OkHttp 5.5.1: without us, each payment here would end unknown,
 * for the connections idled too shortly.
 */
class StaleConnectionsTest {

    private static final DyingServer.Fate TOKEN = Fates.answer("200 OK", "{\"token\":\"t\"}");
    private static final DyingServer.Fate ACCEPT =
            Fates.when(request -> request.path().equals("/token"), Fates.thenClose(TOKEN), Gateway.acceptById());

    @Test
    void aQuietConnectionIsKept() {
        try (DyingServer server = DyingServer.start(ACCEPT);
                Post post = Post.at(server.baseUrl())) {
            for (int call = 0; call < 5; call++) {
                post.send(Post.PAY_BY_ID, "Id", String.valueOf(call));
            }

            assertEquals(2, server.connectionsAccepted(), "one for the token, one for all calls");
        }
    }

    // OkHttp would give up after a few, and the caller would hear that there is no connection.
    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void deadConnectionsArePassedOverAndEachPaymentIsSentOnce(int burst) throws InterruptedException {
        CountDownLatch allHere = new CountDownLatch(burst);
        CountDownLatch closed = new CountDownLatch(burst);
        DyingServer.Fate together = (request, connection) -> {
            allHere.countDown();
            awaitQuietly(allHere);
            Fates.thenClose(Gateway.acceptById()).befall(request, connection);
            closed.countDown();
        };
        DyingServer.Fate fate = Fates.when(
                request -> request.path().equals(Post.PAY_BY_ID.path()) && closed.getCount() > 0, together, ACCEPT);
        try (DyingServer server = DyingServer.start(fate);
                Post post = Post.at(server.baseUrl())) {
            List<CompletableFuture<Wire>> first = IntStream.range(0, burst)
                    .mapToObj(call -> post.sendAsync(Post.PAY_BY_ID, "Id", String.valueOf(call)))
                    .toList();
            first.forEach(CompletableFuture::join);
            closed.await();

            post.send(Post.PAY_BY_ID, "Id", "1001");
            post.sendAsync(Post.PAY_BY_ID, "Id", "1002").join();

            assertEquals(burst + 2, server.count(Post.PAY_BY_ID.path()));
        }
    }

    @Test
    void whatTheCallersOwnCallsLeftIsTestedToo() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        DyingServer.Fate theirs = (request, connection) -> {
            Fates.thenClose(Fates.answer("200 OK", "")).befall(request, connection);
            closed.countDown();
        };
        OkHttpClient shared = new OkHttpClient();
        try (DyingServer server =
                        DyingServer.start(Fates.when(request -> request.path().equals("/theirs"), theirs, ACCEPT));
                Post post = Post.to(server.baseUrl()).shared(shared).open()) {
            Request own =
                    new Request.Builder().url(server.baseUrl() + "/theirs").build();
            shared.newCall(own).execute().close();
            closed.await();

            post.send(Post.PAY_BY_ID, "Id", "1");

            assertEquals(1, server.count(Post.PAY_BY_ID.path()));
        }
    }

    @Test
    void whatAServerSaysUnaskedEndsAConnection() throws IOException {
        List<Socket> lines = new CopyOnWriteArrayList<>();
        DyingServer.Fate noting = (request, connection) -> {
            lines.add(connection);
            ACCEPT.befall(request, connection);
        };
        try (DyingServer server = DyingServer.start(noting);
                Post post = Post.at(server.baseUrl())) {
            post.send(Post.PAY_BY_ID, "Id", "1");
            String tooLate = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n";
            lines.get(lines.size() - 1).getOutputStream().write(tooLate.getBytes(StandardCharsets.US_ASCII));

            post.send(Post.PAY_BY_ID, "Id", "2");

            assertEquals(2, server.count(Post.PAY_BY_ID.path()));
            assertEquals(3, server.connectionsAccepted());
        }
    }

    @Test
    void aConnectionThatCannotBeAskedIsNotUsedAgain() {
        try (DyingServer server = DyingServer.start(ACCEPT);
                Post post = Post.to(server.baseUrl())
                        .shared(new OkHttpClient.Builder()
                                .socketFactory(new SocketsOfTheCaller(() -> new Socket() {
                                    @Override
                                    public synchronized int getSoTimeout() {
                                        throw new IllegalBlockingModeException();
                                    }
                                }))
                                .build())
                        .open()) {
            post.send(Post.PAY_BY_ID, "Id", "1");
            post.send(Post.PAY_BY_ID, "Id", "2");

            assertEquals(2, server.count("/payById"));
            assertEquals(3, server.connectionsAccepted());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
