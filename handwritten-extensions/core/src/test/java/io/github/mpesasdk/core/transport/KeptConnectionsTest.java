package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measured on OkHttp 5.5.1: without us, each payment here would end unknown, for the connections idled too shortly. */
class KeptConnectionsTest {

    private static final DyingServer.Fate ACCEPT = Fates.answer("200 OK", "{\"Code\":\"0\",\"token\":\"t\"}");

    @Test
    void aQuietConnectionIsKept() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.at(gateway.address())) {
            for (int payment = 0; payment < 5; payment++) {
                post.send(Post.PAY, "Id", String.valueOf(payment));
            }
            assertEquals(1, post.client().connectionPool().connectionCount());
        }
    }

    @Test
    void deadConnectionsArePassedOverAndEachPaymentIsSentOnce() throws InterruptedException {
        int burst = 5;
        CountDownLatch allHere = new CountDownLatch(burst);
        CountDownLatch closed = new CountDownLatch(burst);
        DyingServer.Fate together = (request, connection) -> {
            allHere.countDown();
            awaitQuietly(allHere);
            Fates.thenClose(ACCEPT).befall(request, connection);
            closed.countDown();
        };
        DyingServer.Fate fate = Fates.when(request -> request.path().equals("/ask"), together, ACCEPT);
        try (DyingServer server = DyingServer.start(fate);
                Post post = Post.at(server.baseUrl())) {
            List<CompletableFuture<Wire>> questions = IntStream.range(0, burst)
                    .mapToObj(question -> post.sendAsync(Post.ASK, "Id", String.valueOf(question)))
                    .toList();
            questions.forEach(CompletableFuture::join);
            closed.await();

            post.send(Post.PAY, "Id", "1");

            assertEquals(1, server.count("/pay"));
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
            post.send(Post.ASK);
            String tooLate = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n";
            lines.get(0).getOutputStream().write(tooLate.getBytes(StandardCharsets.US_ASCII));

            post.send(Post.PAY, "Id", "1");

            assertEquals(1, server.count("/pay"));
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
