package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.Wire;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer, or the network, that takes no more bytes holds no payment longer than its limit and a little more. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StuckConnectionsTest {

    // For the token, for the payment that teaches that the gateway speaks HTTP/2, and for the one before the silence.
    private static final int BEFORE = 3;

    private final OkHttpClient http2 = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .socketFactory(new SocketsOfTheCaller(StuckConnectionsTest::small))
            .build();

    private static Socket small() {
        Socket socket = new Socket();
        try {
            socket.setSendBufferSize(Http2Server.FEW);
        } catch (SocketException closed) {
            throw new IllegalStateException(closed);
        }
        return socket;
    }

    @Test
    void whatWaitsForItsTurnToWriteEndsAndTheNextPaymentHasAnotherConnection() throws Exception {
        try (Http2Server server = Http2Server.answering(body -> "{\"Code\":\"0\",\"token\":\"t\"}")
                        .deafAfter(BEFORE);
                Post post = Post.to(server.baseUrl())
                        .shared(http2)
                        .timeout(Duration.ofSeconds(1))
                        .open()) {
            post.send(Post.PAY, "Id", "1");
            post.send(Post.PAY, "Id", "2");
            // Until everything between the two is full.
            TimeUnit.SECONDS.sleep(1);

            CompletableFuture<Wire> third = post.sendAsync(Post.PAY, "Id", "3");
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "4"));
            ExecutionException lost = assertThrows(ExecutionException.class, () -> third.get(30, TimeUnit.SECONDS));

            assertInstanceOf(UnknownOutcomeException.class, lost.getCause());
            assertEquals(BEFORE, server.requests());
            assertEquals("0", post.send(Post.PAY, "Id", "5").text("Code"));
        }
    }
}
