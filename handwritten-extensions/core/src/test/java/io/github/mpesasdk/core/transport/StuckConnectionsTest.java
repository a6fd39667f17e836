package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.TestCertificate;
import io.github.mpesasdk.core.testing.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer, or the network, that goes silent holds no payment longer than its limit and a little more. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StuckConnectionsTest {

    // The token, which teaches that the gateway speaks HTTP/2, and the payment that opens the kept connection.
    private static final int BEFORE = 2;
    private static final CallOptions SHORT = new CallOptions(Duration.ofSeconds(1), () -> false, () -> true, false);

    private final NarrowSockets sockets = new NarrowSockets();

    private static String accept(String request) {
        return "{\"Code\":\"0\",\"token\":\"t\"}";
    }

    private String whenFull(String answer) {
        try {
            Events.until(sockets::areFull);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static OkHttpClient.Builder clearClient() {
        return new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }

    private static Wire send(Post post, String id) {
        return post.invoker().with(SHORT).invoke(Post.PAY, Wire.of("Id", id));
    }

    private void whatWaitsForItsTurnToWriteEnds(Http2Server server, OkHttpClient.Builder client) throws Exception {
        OkHttpClient narrow = client.socketFactory(sockets.factory()).build();
        try (server;
                Post post = Post.to(server.baseUrl()).shared(narrow).open()) {
            post.send(Post.PAY, "Id", "1");
            Events.until(sockets::areFull);

            CompletableFuture<Wire> second = CompletableFuture.supplyAsync(() -> send(post, "2"));
            CompletableFuture<Wire> third = post.invoker().with(SHORT).invokeAsync(Post.PAY, Wire.of("Id", "3"));

            for (CompletableFuture<Wire> lost : List.of(second, third)) {
                CompletionException error = assertThrows(CompletionException.class, lost::join);
                assertInstanceOf(UnknownOutcomeException.class, error.getCause());
            }
            assertEquals(BEFORE, server.requests());
            assertEquals("0", post.send(Post.PAY, "Id", "4").text("Code"), "over another connection");
        }
    }

    @Test
    void inClear() throws Exception {
        whatWaitsForItsTurnToWriteEnds(
                Http2Server.answering(StuckConnectionsTest::accept).deafAfter(BEFORE), clearClient());
    }

    @Test
    void behindTls() throws Exception {
        TestCertificate certificate = TestCertificate.of(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        whatWaitsForItsTurnToWriteEnds(
                Http2Server.answeringTls(certificate.serverSockets(), StuckConnectionsTest::accept)
                        .deafAfter(BEFORE),
                certificate.client());
    }

    /** While a slow request is under way, its connection is not ended, and nothing follows it there. */
    @Test
    void aGatewayThatIsSlowForSomeIsNoReasonNotToSend() {
        try (Http2Server server =
                        Http2Server.answering(StuckConnectionsTest::accept).ignoring("slow");
                Post post =
                        Post.to(server.baseUrl()).shared(clearClient().build()).open()) {
            post.send(Post.PAY, "Id", "1");
            for (int round = 0; round < 3; round++) {
                CompletableFuture<Wire> underWay = post.sendAsync(Post.PAY, "Id", "slow");
                assertThrows(UnknownOutcomeException.class, () -> send(post, "slow as well"));

                assertEquals("0", post.send(Post.PAY, "Id", "2").text("Code"));
                assertFalse(underWay.isDone());
            }
        }
    }

    /** Who closes such an answer before its end says so to the gateway. */
    @Test
    void whatHasAnAnswerTooLongToReadEnds() throws Exception {
        String tooLong = "{\"Code\":\"" + "0".repeat(2_000_000) + "\"}";
        Http2Server server = Http2Server.answering(body -> body.isEmpty() ? accept(body) : whenFull(tooLong));
        try (server;
                Post post = Post.to(server.deafAfter(BEFORE).baseUrl())
                        .shared(clearClient().socketFactory(sockets.factory()).build())
                        .open()) {
            assertThrows(UnknownOutcomeException.class, () -> send(post, "1"));

            assertEquals(BEFORE, server.requests());
        }
    }

    /** A connection that shows no sign of life gets no further payment. */
    @Test
    void aDeadConnectionIsLeft() throws Exception {
        try (Http2Server server =
                        Http2Server.answering(StuckConnectionsTest::accept).silentAfter(BEFORE);
                Post post =
                        Post.to(server.baseUrl()).shared(clearClient().build()).open()) {
            post.send(Post.PAY, "Id", "1");
            assertThrows(UnknownOutcomeException.class, () -> send(post, "2"));
            TimeUnit.MILLISECONDS.sleep(1_500);

            assertEquals("0", send(post, "3").text("Code"));
            int connections = server.connectionsAccepted();
            assertEquals("0", send(post, "4").text("Code"));
            assertEquals(connections, server.connectionsAccepted(), "the next one is kept");
        }
    }

    /** And one of a gateway that is merely slow keeps all of them. */
    @Test
    void aSlowGatewayKeepsItsConnection() throws Exception {
        try (Http2Server server =
                        Http2Server.answering(StuckConnectionsTest::accept).ignoring("slow");
                Post post =
                        Post.to(server.baseUrl()).shared(clearClient().build()).open()) {
            post.send(Post.PAY, "Id", "1");
            int connections = server.connectionsAccepted();
            assertThrows(UnknownOutcomeException.class, () -> send(post, "slow"));
            TimeUnit.MILLISECONDS.sleep(1_500);

            assertEquals("0", send(post, "3").text("Code"));
            assertEquals(connections, server.connectionsAccepted());
        }
    }
}
