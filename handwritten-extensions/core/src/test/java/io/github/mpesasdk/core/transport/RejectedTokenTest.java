package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway that rejects the token did nothing, so the request may go out once more, with another token. */
class RejectedTokenTest {

    private static final DyingServer.Fate ACCEPT = Fates.answer("200 OK", "{\"Code\":\"0\"}");
    private static final DyingServer.Fate REJECT = Fates.answer("404 Not Found", "{\"error\":\"bad-token\"}");

    @Test
    void aPaymentGoesOutAgainWithANewToken() {
        try (Gateway gateway = Gateway.playing(REJECT, ACCEPT);
                Post post = Post.at(gateway.address())) {
            post.send(Post.PAY, "Id", "1");
            assertEquals(List.of("Bearer token-1", "Bearer token-2"), gateway.authorizations(Post.PAY));
            assertEquals(List.of(Post.BASIC, Post.BASIC), gateway.authorizations(Post.TOKEN));
        }
    }

    @Test
    void aSecondRejectionIsARefusal() {
        try (Gateway gateway = Gateway.playing(REJECT);
                Post post = Post.at(gateway.address(), RetryPolicy.STANDARD)) {
            RefusedException error = assertThrows(RefusedException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertEquals("bad-token", error.code().orElseThrow().value());
            assertEquals(2, gateway.count(Post.PAY));
        }
    }

    @Test
    void aSecondAnswerThatIsLostIsAnUnknownOutcome() {
        try (Gateway gateway = Gateway.playing(REJECT, Fates.drop());
                Post post = Post.at(gateway.address(), RetryPolicy.STANDARD)) {
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertEquals(2, gateway.count(Post.PAY));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 Bad Request | {'error':'bad-token'}",
                "401 No          | {'error':'bad-token'}",
                "404 Not Found   | {'error':'bad-token','Code':'0'}",
                "404 Not Found   | {'error':'bad-token','Receipt':'R1'}",
                "404 Not Found   | {'error':'bad-token','error':'bad-token'}",
                "404 Not Found   | {'error':'bad-token'} {}",
            })
    void whatIsNoClearRejectionIsAnUnknownOutcomeAndOneSend(String statusLine, String body) {
        try (Gateway gateway = Gateway.answering(statusLine, body.replace('\'', '"'));
                Post post = Post.at(gateway.address(), RetryPolicy.STANDARD)) {
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));

            assertEquals(1, gateway.count(Post.PAY));
        }
    }

    @Test
    void aPaymentWhoseCallbackWasHeardIsNotSentAgain() {
        try (Gateway gateway = Gateway.playing(REJECT);
                Post post = Post.at(gateway.address())) {
            HttpInvoker heard = post.invoker().with(new CallOptions(null, () -> true, () -> true, false));

            assertThrows(UnknownOutcomeException.class, () -> heard.invoke(Post.PAY, Wire.of("Id", "1")));
            assertThrows(ExecutionException.class, () -> heard.invokeAsync(Post.PAY, Wire.of("Id", "2"))
                    .get());
            assertEquals(2, gateway.count(Post.PAY));
        }
    }

    @Test
    void aDuplicateAfterASecondSendSaysThatTheFirstWasNotWithoutEffect() {
        DyingServer.Fate seen = Fates.answer("409 Seen", "{\"error\":\"seen\"}");
        try (Gateway gateway = Gateway.playing(REJECT, seen);
                Post post = Post.at(gateway.address())) {
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertEquals(2, gateway.count(Post.PAY));
        }
        try (Gateway gateway = Gateway.playing(seen);
                Post post = Post.at(gateway.address())) {
            assertThrows(RefusedException.class, () -> post.send(Post.PAY, "Id", "1"), "of one send it is a refusal");
        }
    }

    @Test
    void aCallbackThatArrivesWhileTheTokenIsFetchedStopsTheSecondSend() {
        AtomicInteger asked = new AtomicInteger();
        try (Gateway gateway = Gateway.playing(REJECT, ACCEPT);
                Post post = Post.at(gateway.address())) {
            // Not yet when the rejection is read, and then before the second send.
            HttpInvoker overtaken =
                    post.invoker().with(new CallOptions(null, () -> asked.getAndIncrement() > 0, () -> true, false));

            UnknownOutcomeException error =
                    assertThrows(UnknownOutcomeException.class, () -> overtaken.invoke(Post.PAY, Wire.of("Id", "1")));

            assertTrue(String.valueOf(error.getMessage()).contains("callback"), error.getMessage());
            assertEquals(1, gateway.count(Post.PAY));
        }
    }

    @Test
    void whoTrustsKeptConnectionsStillSendsAPaymentOnce() {
        try (Gateway gateway = Gateway.playing(ACCEPT, REJECT);
                Post post = Post.to(gateway.address()).keptForAll().open()) {
            post.send(Post.PAY, "Id", "1");

            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "2"));

            assertEquals(2, gateway.count(Post.PAY), "the rejection may be that of another request");
        }
    }
}
