package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.runtime.Operation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which calls share a connection, and how many go on at a time. */
class ConnectionsTest {

    private static final int CALLS = 4;
    private static final DyingServer.Fate ANSWER = Fates.when(
            request -> request.path().equals("/token"),
            Fates.answer("200 OK", "{\"token\":\"t\"}"),
            Gateway.acceptById());

    private static void call(Post post, Operation<Wire, Wire> operation) {
        for (int call = 0; call < CALLS; call++) {
            post.send(operation, "Id", "sync " + call);
            post.sendAsync(operation, "Id", "async " + call).join();
        }
    }

    static List<Operation<Wire, Wire>> tied() {
        return List.of(Post.PAY_BY_ID, Post.ASK_BY_ID);
    }

    static List<Operation<Wire, Wire>> untied() {
        return List.of(Post.PAY, Post.ASK, Post.SET_UP);
    }

    @ParameterizedTest
    @MethodSource("tied")
    void callsWhoseAnswersRepeatAnIdShareAConnection(Operation<Wire, Wire> operation) {
        try (DyingServer server = DyingServer.start(ANSWER);
                Post post = Post.at(server.baseUrl())) {
            call(post, operation);

            assertEquals(1 + 1, server.connectionsAccepted(), "one for the token, one for the calls");
        }
    }

    @ParameterizedTest
    @MethodSource("untied")
    void otherCallsHaveAConnectionEach(Operation<Wire, Wire> operation) {
        try (DyingServer server = DyingServer.start(ANSWER);
                Post post = Post.at(server.baseUrl())) {
            call(post, operation);

            assertEquals(1 + 2 * CALLS, server.connectionsAccepted(), "one for the token, one for each call");
        }
    }

    @ParameterizedTest
    @MethodSource("untied")
    void whoTakesTheRiskSharesAllTheSame(Operation<Wire, Wire> operation) {
        try (DyingServer server = DyingServer.start(ANSWER);
                Post post = Post.to(server.baseUrl()).keptForAll().open()) {
            call(post, operation);

            assertEquals(1, server.connectionsAccepted(), "one for everything");
        }
    }

    @ParameterizedTest
    @MethodSource("untied")
    void overHttp2AllShareForItsStreamsTieAnswersToRequests(Operation<Wire, Wire> operation) {
        OkHttpClient http2 = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
        try (Http2Server server = Http2Server.answering(body -> "{\"Code\":\"0\",\"token\":\"t\"}");
                Post post = Post.to(server.baseUrl()).shared(http2).open()) {
            call(post, operation);

            assertEquals(2, server.connectionsAccepted(), "one that taught that it is HTTP/2, one for the rest");
            assertEquals(1 + 2 * CALLS, server.requests());
        }
    }

    @Test
    void twoHundredCallsAreUnderWayAtOnce() {
        int calls = 200;
        CountDownLatch allHere = new CountDownLatch(calls);
        DyingServer.Fate together = (request, connection) -> {
            allHere.countDown();
            awaitAll(allHere);
            ANSWER.befall(request, connection);
        };
        DyingServer.Fate fate = Fates.when(request -> request.path().equals("/token"), ANSWER, together);
        try (DyingServer server = DyingServer.start(fate);
                Post post = Post.at(server.baseUrl())) {
            List<CompletableFuture<Wire>> answers = IntStream.range(0, calls)
                    .mapToObj(call -> post.sendAsync(Post.PAY_BY_ID, "Id", String.valueOf(call)))
                    .toList();

            for (int call = 0; call < calls; call++) {
                assertEquals(String.valueOf(call), answers.get(call).join().text("Id"));
            }
            assertEquals(calls, server.count("/payById"));
        }
    }

    private static void awaitAll(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IOException("they did not come at once");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCallThatIsUnderWayWhenTheClientIsClosedEndsWell() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        DyingServer.Fate slow = (request, connection) -> {
            arrived.countDown();
            awaitAll(closed);
            ANSWER.befall(request, connection);
        };
        DyingServer.Fate fate = Fates.when(request -> request.path().equals("/token"), ANSWER, slow);
        try (DyingServer server = DyingServer.start(fate)) {
            Post post = Post.at(server.baseUrl());
            CompletableFuture<Wire> underWay = post.sendAsync(Post.PAY, "Id", "1");
            arrived.await();
            post.close();
            closed.countDown();

            assertEquals("1", underWay.get(30, TimeUnit.SECONDS).text("Id"));
            assertThrows(
                    Exception.class, () -> post.sendAsync(Post.PAY, "Id", "2").get(30, TimeUnit.SECONDS));
            assertEquals(1, server.count("/pay"));
        }
    }
}
