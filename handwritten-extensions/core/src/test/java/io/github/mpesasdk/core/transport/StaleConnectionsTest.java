package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.runtime.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kept connections that a server has ended. Measured on OkHttp 5.5.1: without us, each payment here would end unknown,
 * for the connections idled too shortly.
 */
class StaleConnectionsTest {

    private static final DyingServer.Fate TOKEN = Fates.answer("200 OK", "{\"token\":\"t\"}");
    private static final DyingServer.Fate ACCEPT =
            Fates.when(request -> request.path().equals("/token"), Fates.thenClose(TOKEN), Gateway.acceptById());

    /** Whose sockets carry a call, and how they are asked whether they have ended. */
    enum Sockets {
        OF_THE_PLATFORM(Post.PAY_BY_ID),
        WITH_CHANNELS(Post.ASK_BY_ID),
        OF_THE_CALLER(Post.PAY_BY_ID);

        private final Operation<Wire, Wire> call;

        Sockets(Operation<Wire, Wire> call) {
            this.call = call;
        }

        Post post(DyingServer server) {
            return this == OF_THE_CALLER ? StaleConnectionsTest.post(server, Socket::new) : Post.at(server.baseUrl());
        }
    }

    private static Post post(DyingServer server, Supplier<Socket> sockets) {
        return Post.to(server.baseUrl())
                .shared(new OkHttpClient.Builder()
                        .socketFactory(new SocketsOfTheCaller(sockets))
                        .build())
                .open();
    }

    @ParameterizedTest
    @EnumSource
    void aQuietConnectionIsKept(Sockets sockets) {
        try (DyingServer server = DyingServer.start(ACCEPT);
                Post post = sockets.post(server)) {
            for (int call = 0; call < 5; call++) {
                post.send(sockets.call, "Id", String.valueOf(call));
            }

            assertEquals(2, server.connectionsAccepted(), "one for the token, one for all calls");
        }
    }

    // OkHttp would give up after a few, and the caller would hear that there is no connection.
    @ParameterizedTest
    @CsvSource({"5, OF_THE_PLATFORM", "30, OF_THE_PLATFORM", "30, WITH_CHANNELS", "30, OF_THE_CALLER"})
    void deadConnectionsArePassedOverAndEachCallIsSentOnce(int burst, Sockets sockets) throws InterruptedException {
        CountDownLatch allHere = new CountDownLatch(burst);
        CountDownLatch closed = new CountDownLatch(burst);
        DyingServer.Fate together = (request, connection) -> {
            allHere.countDown();
            awaitQuietly(allHere);
            Fates.thenClose(Gateway.acceptById()).befall(request, connection);
            closed.countDown();
        };
        DyingServer.Fate fate = Fates.when(
                request -> request.path().equals(sockets.call.path()) && closed.getCount() > 0, together, ACCEPT);
        try (DyingServer server = DyingServer.start(fate);
                Post post = sockets.post(server)) {
            List<CompletableFuture<Wire>> first = IntStream.range(0, burst)
                    .mapToObj(call -> post.sendAsync(sockets.call, "Id", String.valueOf(call)))
                    .toList();
            first.forEach(CompletableFuture::join);
            closed.await();

            post.send(sockets.call, "Id", "1001");
            post.sendAsync(sockets.call, "Id", "1002").join();

            assertEquals(burst + 2, server.count(sockets.call.path()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAServerSaysUnaskedEndsAConnection(Sockets sockets) throws IOException {
        List<Socket> lines = new CopyOnWriteArrayList<>();
        DyingServer.Fate noting = (request, connection) -> {
            lines.add(connection);
            ACCEPT.befall(request, connection);
        };
        try (DyingServer server = DyingServer.start(noting);
                Post post = sockets.post(server)) {
            post.send(sockets.call, "Id", "1");
            String tooLate = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n";
            lines.get(lines.size() - 1).getOutputStream().write(tooLate.getBytes(StandardCharsets.US_ASCII));

            post.send(sockets.call, "Id", "2");

            assertEquals(2, server.count(sockets.call.path()));
            assertEquals(3, server.connectionsAccepted());
        }
    }

    // A socket of TLS over one of the caller's gives the channel of that one, and its bytes are those of TLS.
    @Test
    void aChannelOfTheCallersIsLeftAlone() throws IOException {
        try (DyingServer server = DyingServer.start(ACCEPT);
                SocketChannel another = SocketChannel.open();
                Post post = post(server, () -> new Socket() {
                    @Override
                    public SocketChannel getChannel() {
                        return another;
                    }
                })) {
            post.send(Post.ASK_BY_ID, "Id", "1");
            post.send(Post.PAY_BY_ID, "Id", "2");

            assertEquals(2, server.connectionsAccepted(), "one for the token, one for both calls");
        }
    }

    @Test
    void aConnectionThatCannotBeAskedIsNotUsedAgain() {
        try (DyingServer server = DyingServer.start(ACCEPT);
                Post post = post(server, () -> new Socket() {
                    @Override
                    public synchronized int getSoTimeout() {
                        throw new IllegalBlockingModeException();
                    }
                })) {
            post.send(Post.PAY_BY_ID, "Id", "1");
            post.send(Post.PAY_BY_ID, "Id", "2");

            assertEquals(2, server.count("/payById"));
            assertEquals(3, server.connectionsAccepted());
        }
    }

    private static final class SocketsOfTheCaller extends SocketFactory {

        private final Supplier<Socket> sockets;

        SocketsOfTheCaller(Supplier<Socket> sockets) {
            this.sockets = sockets;
        }

        @Override
        public Socket createSocket() {
            return sockets.get();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new AssertionError("OkHttp connects a socket itself");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new AssertionError("OkHttp connects a socket itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new AssertionError("OkHttp connects a socket itself");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new AssertionError("OkHttp connects a socket itself");
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
