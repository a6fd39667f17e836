package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpInvokerTest {

    private static final DyingServer.Fate ACCEPT = Fates.answer("200 OK", "{\"Code\":\"0\"}");

    @Test
    void sendsWhatTheRecordHolds() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.at(gateway.address())) {
            post.send(Post.PAY, "Id", "1", "Amount", "500");

            assertEquals("{\"Id\":\"1\",\"Amount\":\"500\"}", gateway.last().body());
            assertEquals(Optional.of("application/json"), gateway.last().header("Content-Type"));
            assertTrue(gateway.last().header("User-Agent").orElseThrow().startsWith("mpesa-sdk"));
        }
    }

    @Test
    void sendsQueryParametersEncoded() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.at(gateway.address())) {
            post.send(Post.TOKEN, "grant", "a&b");

            assertTrue(gateway.last().head().startsWith("GET /token?grant=a%26b HTTP/1.1"));
        }
    }

    @Test
    void sendsNothingThatBreaksARule() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.at(gateway.address())) {
            assertThrows(InvalidInputException.class, () -> post.send(Post.PAY, "Forbidden", "x"));
            ExecutionException later =
                    assertThrows(ExecutionException.class, () -> post.sendAsync(Post.PAY, "Forbidden", "x")
                            .get());
            assertInstanceOf(InvalidInputException.class, later.getCause());
            assertEquals(0, gateway.count(Post.TOKEN) + gateway.count(Post.PAY));
        }
    }

    @Test
    void manyCallsAtOnceShareOneToken() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.at(gateway.address())) {
            List<CompletableFuture<Wire>> calls = IntStream.range(0, 32)
                    .mapToObj(call -> post.sendAsync(Post.PAY, "Id", String.valueOf(call)))
                    .toList();
            calls.forEach(CompletableFuture::join);

            assertEquals(1, gateway.count(Post.TOKEN));
            assertEquals(32, gateway.count(Post.PAY));
        }
    }

    @Test
    void aCallerWhoWasInterruptedBeforeSendsNothing() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.at(gateway.address())) {
            Thread.currentThread().interrupt();
            assertThrows(NotConnectedException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertTrue(Thread.interrupted(), "the flag stays for the caller");

            assertEquals(0, gateway.count(Post.PAY));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallerWhoIsInterruptedWhileTheRequestIsUnderWayLearnsThatTheOutcomeIsUnknown(boolean overKeptConnection) {
        Operation<Wire, Wire> pay = overKeptConnection ? Post.PAY_BY_ID : Post.PAY;
        Thread caller = Thread.currentThread();
        DyingServer.Fate interrupting = (request, connection) -> {
            caller.interrupt();
            Fates.drop().befall(request, connection);
        };
        try (Gateway gateway = Gateway.playing(Gateway.acceptById(), interrupting);
                Post post = Post.at(gateway.address())) {
            post.send(pay, "Id", "1");
            UnknownOutcomeException payment =
                    assertThrows(UnknownOutcomeException.class, () -> post.send(pay, "Id", "our-id"));
            assertTrue(Thread.interrupted(), "the flag stays for the caller");

            assertEquals("our-id", payment.reference().orElseThrow().value());
        }
    }

    @Test
    void aTokenStoreThatThrowsCostsNoPayment() {
        IllegalArgumentException broken = new IllegalArgumentException("the database is away");
        try (Gateway gateway = Gateway.playing(ACCEPT)) {
            Post loading = Post.to(gateway.address()).store(store(broken, null)).open();
            Post saving = Post.to(gateway.address()).store(store(null, broken)).open();
            try (loading;
                    saving) {
                loading.send(Post.PAY, "Id", "1");
                saving.send(Post.PAY, "Id", "2");
                saving.sendAsync(Post.PAY, "Id", "3").join();

                assertEquals(3, gateway.count(Post.PAY));
                assertEquals(2, gateway.count(Post.TOKEN));
            }
        }
    }

    private static TokenStore store(@Nullable RuntimeException onLoad, @Nullable RuntimeException onSave) {
        return new TokenStore() {
            @Override
            public Optional<AccessToken> load(String key) {
                if (onLoad != null) {
                    throw onLoad;
                }
                return Optional.empty();
            }

            @Override
            public void save(String key, AccessToken token) {
                if (onSave != null) {
                    throw onSave;
                }
            }

            @Override
            public void remove(String key, AccessToken token) {
                // Nothing is ever kept.
            }
        };
    }

    @Test
    void aClosedClientSendsNothing() {
        try (Gateway gateway = Gateway.playing(ACCEPT)) {
            Post post = Post.at(gateway.address());
            post.send(Post.PAY, "Id", "1");
            post.close();

            InvalidInputException error =
                    assertThrows(InvalidInputException.class, () -> post.send(Post.PAY, "Id", "2"));

            assertTrue(error.getMessage().contains("is closed; build another one"), error.getMessage());
            assertInstanceOf(
                    InvalidInputException.class,
                    assertThrows(ExecutionException.class, () -> post.sendAsync(Post.PAY, "Id", "3")
                                    .get())
                            .getCause());
            assertEquals(1, gateway.count(Post.PAY));
        }
    }
}
