package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kept connections that a server has ended. Measured on OkHttp 5.5.1: without us, each payment here would end unknown,
 * for the connections idled too shortly.
 */
class StaleConnectionsTest {

    private static final DyingServer.Fate TOKEN = Fates.answer("200 OK", "{\"token\":\"t\"}");
    private static final DyingServer.Fate ACCEPT =
            Fates.when(request -> request.path().equals("/token"), Fates.thenClose(TOKEN), Gateway.acceptById());

    // Sockets of a caller's own are asked in another way whether they have ended.
    private static Post post(DyingServer server, boolean withSocketsOfTheCallers) {
        return withSocketsOfTheCallers
                ? Post.to(server.baseUrl())
                        .shared(new OkHttpClient.Builder()
                                .socketFactory(new PlainSockets())
                                .build())
                        .open()
                : Post.at(server.baseUrl());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aQuietConnectionIsKept(boolean withSocketsOfTheCallers) {
        try (DyingServer server = DyingServer.start(ACCEPT);
                Post post = post(server, withSocketsOfTheCallers)) {
            for (int payment = 0; payment < 5; payment++) {
                post.send(Post.PAY_BY_ID, "Id", String.valueOf(payment));
            }

            assertEquals(2, server.connectionsAccepted(), "one for the token, one for all payments");
        }
    }

    // OkHttp would give up after a few, and the caller would hear that there is no connection.
    @ParameterizedTest
    @CsvSource({"5, false", "30, false", "30, true"})
    void deadConnectionsArePassedOverAndEachPaymentIsSentOnce(int burst, boolean withSocketsOfTheCallers)
            throws InterruptedException {
        CountDownLatch allHere = new CountDownLatch(burst);
        CountDownLatch closed = new CountDownLatch(burst);
        DyingServer.Fate together = (request, connection) -> {
            allHere.countDown();
            awaitQuietly(allHere);
            Fates.thenClose(Gateway.acceptById()).befall(request, connection);
            closed.countDown();
        };
        DyingServer.Fate fate = Fates.when(request -> request.path().equals("/askById"), together, ACCEPT);
        try (DyingServer server = DyingServer.start(fate);
                Post post = post(server, withSocketsOfTheCallers)) {
            List<CompletableFuture<Wire>> questions = IntStream.range(0, burst)
                    .mapToObj(question -> post.sendAsync(Post.ASK_BY_ID, "Id", String.valueOf(question)))
                    .toList();
            questions.forEach(CompletableFuture::join);
            closed.await();

            post.send(Post.PAY_BY_ID, "Id", "1");
            post.sendAsync(Post.PAY_BY_ID, "Id", "2").join();

            assertEquals(2, server.count("/payById"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAServerSaysUnaskedEndsAConnection(boolean withSocketsOfTheCallers) throws IOException {
        List<Socket> lines = new CopyOnWriteArrayList<>();
        DyingServer.Fate noting = (request, connection) -> {
            lines.add(connection);
            ACCEPT.befall(request, connection);
        };
        try (DyingServer server = DyingServer.start(noting);
                Post post = post(server, withSocketsOfTheCallers)) {
            post.send(Post.ASK_BY_ID, "Id", "1");
            String tooLate = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n";
            lines.get(lines.size() - 1).getOutputStream().write(tooLate.getBytes(StandardCharsets.US_ASCII));

            post.send(Post.PAY_BY_ID, "Id", "2");

            assertEquals(1, server.count("/payById"));
            assertEquals(3, server.connectionsAccepted());
        }
    }

    /** What the platform makes, by another factory. */
    private static final class PlainSockets extends SocketFactory {

        private final SocketFactory platform = SocketFactory.getDefault();

        @Override
        public Socket createSocket() throws IOException {
            return platform.createSocket();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return platform.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return platform.createSocket(host, port, from, fromPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return platform.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return platform.createSocket(host, port, from, fromPort);
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
