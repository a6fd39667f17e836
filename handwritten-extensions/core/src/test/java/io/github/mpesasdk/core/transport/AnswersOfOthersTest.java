package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.runtime.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server or a proxy writes more than one answer to a request. What is too much stays in the read buffer of the
 * connection, where nobody can see it, and must not become the answer to another request.
 */
class AnswersOfOthersTest {

    private static final String REFUSAL = "{\"error\":\"wrong\"}";
    private static final String PAID = "{\"Code\":\"0\",\"Receipt\":\"RECEIPT-OF-SOMEBODY-ELSE\"}";
    private static final RetryPolicy TWICE = new RetryPolicy(2, Duration.ofMillis(1), Duration.ofSeconds(1));

    private static String http(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                + body;
    }

    /** To one request of this path two answers in one segment; to all others what the gateway usually says. */
    private static Gateway answeringTwice(String first, String second, DyingServer.Fate... further) {
        DyingServer.Fate[] fates = new DyingServer.Fate[further.length + 1];
        fates[0] = Fates.raw(first + second);
        System.arraycopy(further, 0, fates, 1, further.length);
        return Gateway.playing(fates);
    }

    @Test
    void aSecondAnswerNeverReachesTheNextPayment() {
        try (Gateway gateway =
                        answeringTwice(http("400 No", REFUSAL), http("200 OK", PAID), Fates.answer("400 No", REFUSAL));
                Post post = Post.at(gateway.address())) {
            assertThrows(RefusedException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertThrows(RefusedException.class, () -> post.send(Post.PAY, "Id", "2"));

            assertEquals(2, gateway.count(Post.PAY));
        }
    }

    @Test
    void aSecondAnswerNeverReachesAnotherTenantWhoSharesTheHttpClient() {
        OkHttpClient shared = new OkHttpClient();
        try (Gateway gateway =
                        answeringTwice(http("400 No", REFUSAL), http("200 OK", PAID), Fates.answer("400 No", REFUSAL));
                Post one = Post.to(gateway.address()).shared(shared).open();
                Post other = Post.to(gateway.address()).shared(shared).open()) {
            assertThrows(RefusedException.class, () -> one.send(Post.PAY, "Id", "1"));
            assertThrows(RefusedException.class, () -> other.send(Post.PAY, "Id", "2"));
        }
    }

    @Test
    void aTokenOfSomebodyElseIsNeverUsed() {
        DyingServer.Fate twoTokens =
                Fates.raw(http("200 OK", "{\"token\":\"mine\"}") + http("200 OK", "{\"token\":\"of-another\"}"));
        DyingServer.Fate rejected = Fates.answer("404 No", "{\"error\":\"bad-token\"}");
        DyingServer.Fate fate = Fates.when(request -> request.path().equals("/token"), twoTokens, rejected);
        try (DyingServer server = DyingServer.start(fate);
                Post post = Post.at(server.baseUrl())) {
            assertThrows(RefusedException.class, () -> post.send(Post.PAY, "Id", "1"));

            List<String> tokens = server.requests().stream()
                    .filter(request -> request.path().equals("/pay"))
                    .map(request -> request.header("Authorization").orElse(""))
                    .toList();
            assertEquals(List.of("Bearer mine", "Bearer mine"), tokens);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Code\":\"0\",\"Id\":\"another\",\"Receipt\":\"R1\"}",
                "{\"Code\":\"0\",\"Receipt\":\"R1\"}",
                "{\"Code\":\"0\",\"Id\":\"\",\"Receipt\":\"R1\"}",
                "{\"error\":\"wrong\"}",
                "{\"error\":\"wrong\",\"Id\":\"another\"}",
                "{\"Code\":\"7\"}",
            })
    void whatAKeptConnectionBringsIsBelievedOnlyIfItRepeatsTheId(String leftOver) throws InterruptedException {
        String mine = "{\"Code\":\"0\",\"Id\":\"1\"}";
        try (Gateway gateway = answeringTwice(http("200 OK", mine), http("200 OK", leftOver), Gateway.acceptById());
                Post post = Post.at(gateway.address())) {
            post.send(Post.PAY_BY_ID, "Id", "1");

            UnknownOutcomeException error =
                    assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY_BY_ID, "Id", "2"));
            assertEquals("2", error.reference().orElseThrow().value());
            assertEquals("3", post.send(Post.PAY_BY_ID, "Id", "3").text("Id"), "that connection has ended");
            // The second is answered before the gateway has read it.
            Events.until(() -> gateway.count(Post.PAY_BY_ID) == 3);
        }
    }

    @Test
    void anAnswerToAnotherRequestIsNamedAsSuch() {
        try (Gateway gateway = Gateway.answering("200 OK", "{\"Code\":\"0\",\"Id\":\"another\"}");
                Post post = Post.at(gateway.address())) {
            UnknownOutcomeException error =
                    assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY_BY_ID, "Id", "1"));

            assertTrue(
                    error.getMessage().contains("It answers another request: its Id is not the one that was sent."),
                    error.getMessage());
        }
    }

    @Test
    void aQuestionThatWasAnsweredForAnotherIsAskedAgainOverAFreshConnection() throws InterruptedException {
        String mine = "{\"Code\":\"0\",\"Id\":\"1\"}";
        String foreign = "{\"Code\":\"0\",\"Id\":\"1\",\"Word\":\"paid\"}";
        DyingServer.Fate later = Fates.answer("200 OK", "{\"Code\":\"0\",\"Id\":\"2\",\"Word\":\"not paid\"}");
        try (Gateway gateway = answeringTwice(http("200 OK", mine), http("200 OK", foreign), later);
                Post post = Post.at(gateway.address(), TWICE)) {
            post.send(Post.ASK_BY_ID, "Id", "1");

            assertEquals("not paid", post.send(Post.ASK_BY_ID, "Id", "2").text("Word"));
            // The second is answered before the gateway has read it.
            Events.until(() -> gateway.count(Post.ASK_BY_ID) == 3);
        }
    }

    @Test
    void aQuestionThatIsAlwaysAnsweredForAnotherHasNoAnswer() {
        try (Gateway gateway = Gateway.answering("200 OK", "{\"Code\":\"0\",\"Id\":\"another\"}");
                Post post = Post.at(gateway.address(), TWICE)) {
            assertThrows(NoAnswerException.class, () -> post.send(Post.ASK_BY_ID, "Id", "1"));

            assertEquals(2, gateway.count(Post.ASK_BY_ID));
        }
    }

    @Test
    void aTokenThatSomethingUntiedRejectsIsDistrustedAndThePaymentUnknown() throws InterruptedException {
        String mine = "{\"Code\":\"0\",\"Id\":\"1\"}";
        String rejection = http("404 No", "{\"error\":\"bad-token\"}");
        try (Gateway gateway = answeringTwice(http("200 OK", mine), rejection, Gateway.acceptById());
                Post post = Post.at(gateway.address())) {
            post.send(Post.PAY_BY_ID, "Id", "1");
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY_BY_ID, "Id", "2"));
            post.send(Post.PAY_BY_ID, "Id", "3");

            // The second is answered before the gateway has read it.
            Events.until(() -> gateway.authorizations(Post.PAY_BY_ID).size() == 3);
            assertEquals(
                    List.of("Bearer token-1", "Bearer token-1", "Bearer token-2"),
                    gateway.authorizations(Post.PAY_BY_ID).stream().sorted().toList(),
                    "sent once, and the next payment has a token of its own");
        }
    }

    // The first of them cannot be told from a lost answer.
    @Test
    void aGatewayThatOftenAnswersTwiceSpoilsAtMostOnePayment() throws InterruptedException {
        String again = http("200 OK", "{\"Code\":\"0\",\"Id\":\"of-yesterday\"}");

        assertEquals(1, unknownAmongEight(Post.PAY_BY_ID, again));
        assertEquals(0, unknownAmongEight(Post.PAY, again));
    }

    @Test
    void aStrayLineBreakBehindEveryAnswerSpoilsAtMostOnePayment() throws InterruptedException {
        assertEquals(1, unknownAmongEight(Post.PAY_BY_ID, "\r\n"));
        assertEquals(0, unknownAmongEight(Post.PAY, "\r\n"));
        assertEquals(0, unknownAmongEight(Post.PAY, "\n\n"));
    }

    /** How many payments of eight end unknown if this stands behind every answer. */
    private static int unknownAmongEight(Operation<Wire, Wire> operation, String stray) throws InterruptedException {
        Function<SeenRequest, String> body = request -> request.path().equals("/token")
                ? "{\"token\":\"t\"}"
                : "{\"Code\":\"0\",\"Id\":\"" + Gateway.idIn(request) + "\"}";
        DyingServer.Fate fate = (request, connection) ->
                Fates.raw(http("200 OK", body.apply(request)) + stray).befall(request, connection);
        int unknown = 0;
        try (DyingServer server = DyingServer.start(fate);
                Post post = Post.at(server.baseUrl())) {
            for (int payment = 0; payment < 8; payment++) {
                try {
                    post.send(operation, "Id", String.valueOf(payment));
                } catch (UnknownOutcomeException lost) {
                    unknown++;
                }
            }
            Events.until(() -> server.count(operation.path()) == 8);
        }
        return unknown;
    }
}
