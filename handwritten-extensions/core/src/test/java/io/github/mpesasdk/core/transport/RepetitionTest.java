package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What moves nothing is asked again; everything else is sent once. */
class RepetitionTest {

    private static final RetryPolicy THREE = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofSeconds(1));
    private static final DyingServer.Fate ACCEPT = Fates.answer("200 OK", "{\"Code\":\"0\",\"Word\":\"yes\"}");

    @Test
    void aQuestionIsRepeatedUntilItIsAnswered() {
        try (Gateway gateway =
                        Gateway.playing(Fates.drop(), Fates.answer("503 Busy", "<html>", "Retry-After: 0"), ACCEPT);
                Post post = Post.at(gateway.address(), THREE)) {
            assertEquals("yes", post.send(Post.ASK, "Id", "1").text("Word"));
            assertEquals(3, gateway.count(Post.ASK));
            assertEquals(1, gateway.count(Post.TOKEN));
        }
    }

    @Test
    void aQuestionIsNotRepeatedForEver() {
        try (Gateway gateway = Gateway.answering("500 Oops", "{\"error\":\"busy\"}");
                Post post = Post.at(gateway.address(), THREE)) {
            assertThrows(NoAnswerException.class, () -> post.send(Post.ASK));
            assertEquals(3, gateway.count(Post.ASK));
        }
    }

    @Test
    void aGatewayThatWantsALongPauseIsLeftAlone() {
        try (Gateway gateway = Gateway.playing(Fates.answer("429 Slow", "", "Retry-After: 60"));
                Post post = Post.at(gateway.address(), THREE)) {
            assertThrows(RefusedException.class, () -> post.send(Post.ASK));
            assertEquals(1, gateway.count(Post.ASK));
        }
    }

    @Test
    void aThrottledQuestionIsRepeated() {
        try (Gateway gateway = Gateway.playing(
                        Fates.answer("500 Oops", "{\"error\":\"slow-down\"}", "Retry-After: 0"), ACCEPT);
                Post post = Post.at(gateway.address(), THREE)) {
            assertEquals("yes", post.send(Post.ASK).text("Word"));
        }
    }

    @Test
    void aRefusalAndAnAnswerThatComesTooEarlyAreNotRepeated() {
        try (Gateway gateway = Gateway.playing(
                        Fates.answer("400 No", "{\"error\":\"wrong\"}"),
                        Fates.answer("500 No", "{\"error\":\"not-yet\"}"));
                Post post = Post.at(gateway.address(), THREE)) {
            assertThrows(RefusedException.class, () -> post.send(Post.ASK));
            assertThrows(StillPendingException.class, () -> post.send(Post.ASK));
            assertEquals(2, gateway.count(Post.ASK));
        }
    }

    @Test
    void aSettingIsNotRepeated() {
        try (Gateway gateway = Gateway.playing(Fates.drop());
                Post post = Post.at(gateway.address(), THREE)) {
            assertThrows(NoAnswerException.class, () -> post.send(Post.SET_UP));
            assertEquals(1, gateway.count(Post.SET_UP));
        }
    }

    @Test
    void aTokenRequestIsRepeatedForAPayment() {
        AtomicInteger tokens = new AtomicInteger();
        DyingServer.Fate secondTime = (request, connection) -> (request.path().equals("/pay")
                        ? ACCEPT
                        : tokens.incrementAndGet() == 1
                                ? Fates.answer("503 Busy", "", "Retry-After: 0")
                                : Fates.answer("200 OK", "{\"token\":\"t\"}"))
                .befall(request, connection);
        try (DyingServer server = DyingServer.start(secondTime);
                Post post = Post.at(server.baseUrl(), THREE)) {
            post.send(Post.PAY, "Id", "1");
            assertEquals(1, server.count("/pay"));
            assertEquals(2, server.count("/token"));
        }
    }

    @Test
    void aPaymentWithoutATokenWasNotSent() {
        try (DyingServer server = DyingServer.start(Fates.answer("200 OK", "{\"token\":\"\"}"));
                Post post = Post.at(server.baseUrl())) {
            NoAnswerException error = assertThrows(NoAnswerException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertEquals("token", error.operation());
            assertEquals(0, server.count("/pay"));
        }
    }

    @Test
    void whereNobodyListensAQuestionIsTriedAgainAndThenGivenUp() {
        try (Post post = Post.at(DyingServer.nobody(), THREE)) {
            assertThrows(NotConnectedException.class, () -> post.send(Post.ASK));
        }
    }
}
