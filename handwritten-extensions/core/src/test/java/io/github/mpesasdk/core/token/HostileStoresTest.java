package io.github.mpesasdk.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.SdkLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that fail and lie, clocks that jump, fetches that fail or never end. */
class HostileStoresTest {

    private static final Duration LIFE = Duration.ofSeconds(3599);

    @RegisterExtension
    private final SdkLog log = new SdkLog();

    private final FakeClock clock = new FakeClock();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger fetches = new AtomicInteger();
    private final TokenReader reader = new TokenReader("test", "token", LIFE, clock);

    private TokenCache cache(TokenStore store) {
        return cache(store, this::fetch);
    }

    private TokenCache cache(TokenStore store, Supplier<CompletableFuture<AccessToken>> fetch) {
        return new TokenCache("key", store, reader, fetch, Duration.ofMinutes(2), nanos::get);
    }

    private CompletableFuture<AccessToken> fetch() {
        return CompletableFuture.completedFuture(reader.token("token-" + fetches.incrementAndGet()));
    }

    private void pass(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    private static String value(CompletableFuture<AccessToken> token) {
        return token.join().value();
    }

    /** Fails at everything, or at one thing. */
    private static final class TornStoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TornStoreException(String words) {
            super(words);
        }
    }

    private static final class BrokenStore implements TokenStore {
        private final String at;
        private final TokenStore inside = TokenStore.inMemory();

        BrokenStore(String at) {
            this.at = at;
        }

        private void failAt(String method) {
            if (at.contains(method)) {
                throw new TornStoreException("INSERT INTO tokens VALUES ('token-1')");
            }
        }

        @Override
        public Optional<AccessToken> load(String key) {
            failAt("load");
            return inside.load(key);
        }

        @Override
        public void save(String key, AccessToken token) {
            failAt("save");
            inside.save(key, token);
        }

        @Override
        public void remove(String key, AccessToken token) {
            failAt("remove");
            inside.remove(key, token);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "save", "remove", "load save remove"})
    void aStoreThatFailsCostsNoCall(String at) {
        TokenCache cache = cache(new BrokenStore(at));

        AccessToken first = cache.current().join();
        assertEquals(first, cache.current().join(), "it is kept in memory");
        assertEquals("token-2", value(cache.replace(first)));
        assertEquals("token-2", value(cache.current()));
        pass(LIFE);
        assertEquals("token-3", value(cache.current()));
    }

    @Test
    void aStoreThatFailsIsToldOnceAndNoSecret() {
        TokenCache cache = cache(new BrokenStore("load save"));
        for (int round = 0; round < 3; round++) {
            cache.current().join();
            pass(LIFE);
        }

        // The log hears other tests, too.
        assertEquals(2, log.text().split("TornStoreException", -1).length - 1, log.text());
        assertTrue(
                log.text().contains("TokenStore.load failed with " + TornStoreException.class.getName()), log.text());
        assertFalse(log.text().contains("token-1"), log.text());
    }

    @Test
    @SuppressWarnings({"NullAway", "OptionalAssignedToNull"})
    void aStoreThatAnswersNullHasNothing() {
        assertEquals("token-1", value(cache(storing(null)).current()));
        assertThrows(NullPointerException.class, () -> new AccessToken("t", null));
    }

    private static TokenStore storing(@Nullable AccessToken token) {
        return new TokenStore() {
            @Override
            @SuppressWarnings({"NullAway", "OptionalAssignedToNull"})
            public Optional<AccessToken> load(String key) {
                return token == null ? null : Optional.of(token);
            }

            @Override
            public void save(String key, AccessToken saved) {
                // Forgets it.
            }

            @Override
            public void remove(String key, AccessToken removed) {
                // Keeps it.
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nX: 1", "a\u0000"})
    void aStoredTokenThatCannotBeSentIsNotUsed(String value) {
        assertEquals(
                "token-1",
                value(cache(storing(new AccessToken(value, clock.instant().plus(LIFE))))
                        .current()));
    }

    @Test
    void aStoredTokenThatLivesTooLongIsNotUsed() {
        Instant now = clock.instant();

        assertEquals(
                "token-1",
                value(cache(storing(new AccessToken("old", now.plusSeconds(86_401))))
                        .current()));
        assertEquals(
                "token-2",
                value(cache(storing(new AccessToken("old", Instant.MAX))).current()));
        assertEquals(
                "token-3",
                value(cache(storing(new AccessToken("old", Instant.MIN))).current()));
        assertEquals(
                "old",
                value(cache(storing(new AccessToken("old", now.plusSeconds(86_400))))
                        .current()));
    }

    @Test
    void aStoreThatKeepsARejectedTokenDoesNotHandItOutAgain() {
        TokenCache cache = cache(storing(new AccessToken("old", clock.instant().plus(LIFE))));
        AccessToken old = cache.current().join();

        assertEquals("token-1", value(cache.replace(old)));
        assertEquals("token-1", value(cache.current()));
        pass(LIFE.minusSeconds(30));
        assertEquals("token-2", value(cache.current()));
    }

    @Test
    void aTokenThatTheGatewayHandsOutAgainIsUsedAgain() {
        TokenCache cache = cache(TokenStore.inMemory(), () -> CompletableFuture.completedFuture(reader.token("same")));

        AccessToken first = cache.current().join();
        assertEquals("same", value(cache.replace(first)));
        assertEquals("same", value(cache.current()));
    }

    @Test
    void aTokenThatLivesNoTimeIsUsedOnceAndNotKept() {
        TokenStore store = TokenStore.inMemory();
        TokenCache cache = cache(
                store,
                () -> CompletableFuture.completedFuture(
                        new AccessToken("token-" + fetches.incrementAndGet(), clock.instant())));

        assertEquals("token-1", value(cache.current()));
        assertEquals("token-2", value(cache.current()));
        assertEquals(Optional.empty(), store.load("key"));
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepADeadToken() {
        TokenCache cache = cache(TokenStore.inMemory());
        AccessToken first = cache.current().join();

        clock.advance(Duration.ofHours(-20));
        assertEquals(first, cache.current().join());
        nanos.addAndGet(LIFE.minusSeconds(60).toNanos());
        assertNotEquals(first, cache.current().join());
    }

    @Test
    void aClockThatIsSetForwardAndBackCostsAFetchEach() {
        TokenCache cache = cache(TokenStore.inMemory());
        cache.current().join();

        clock.advance(Duration.ofDays(3000));
        assertEquals("token-2", value(cache.current()));
        clock.advance(Duration.ofDays(-3000));
        assertEquals("token-3", value(cache.current()));
        assertEquals("token-3", value(cache.current()));
    }

    @Test
    void aMachineThatSleptLooksAtTheClock() {
        TokenCache cache = cache(TokenStore.inMemory());
        cache.current().join();

        clock.advance(LIFE);
        assertEquals("token-2", value(cache.current()));
    }

    @Test
    void theTroubleOfTheCallerWhoFetchedIsNotThatOfTheOthers() {
        Deque<CompletableFuture<AccessToken>> answers = new ArrayDeque<>();
        CompletableFuture<AccessToken> interrupted = new CompletableFuture<>();
        answers.add(interrupted);
        answers.add(fetch());
        TokenCache cache = cache(TokenStore.inMemory(), answers::remove);
        CompletableFuture<AccessToken> first = cache.current();
        CompletableFuture<AccessToken> second = cache.current();
        CompletableFuture<AccessToken> third = cache.current();

        interrupted.completeExceptionally(new NoAnswerException(Incident.of("test", "token"), null));

        assertInstanceOf(NoAnswerException.class, failure(first));
        assertEquals("token-1", value(second));
        assertEquals("token-1", value(third));
    }

    @Test
    void whatTheGatewayRefusesItRefusesToAll() {
        CompletableFuture<AccessToken> refused = new CompletableFuture<>();
        TokenCache cache = cache(TokenStore.inMemory(), () -> {
            fetches.incrementAndGet();
            return refused;
        });
        CompletableFuture<AccessToken> first = cache.current();
        CompletableFuture<AccessToken> second = cache.current();

        refused.completeExceptionally(new RefusedException(Incident.of("test", "token")));

        assertInstanceOf(RefusedException.class, failure(first));
        assertInstanceOf(RefusedException.class, failure(second));
        assertEquals(1, fetches.get());
    }

    @Test
    void aGatewayThatIsDownIsAskedTwiceAndNotByEveryCaller() {
        CompletableFuture<AccessToken> down = new CompletableFuture<>();
        TokenCache cache = cache(TokenStore.inMemory(), () -> {
            fetches.incrementAndGet();
            return down;
        });
        List<CompletableFuture<AccessToken>> callers =
                List.of(cache.current(), cache.current(), cache.current(), cache.current());

        down.completeExceptionally(new NoAnswerException(Incident.of("test", "token"), null));

        callers.forEach(caller -> assertInstanceOf(NoAnswerException.class, failure(caller)));
        assertEquals(2, fetches.get());
    }

    private static @Nullable Throwable failure(CompletableFuture<AccessToken> token) {
        return assertThrows(CompletionException.class, token::join).getCause();
    }

    @Test
    void aFetchThatNeverEndsEndsForItsCallersAndIsGivenUp() throws Exception {
        CompletableFuture<AccessToken> never = new CompletableFuture<>();
        Deque<CompletableFuture<AccessToken>> answers = new ArrayDeque<>(List.of(never, fetch()));
        TokenCache cache = new TokenCache(
                "key", TokenStore.inMemory(), reader, answers::remove, Duration.ofMillis(20), nanos::get);

        CompletableFuture<AccessToken> stuck = cache.current();
        Throwable failure = assertThrows(Exception.class, () -> stuck.get(20, TimeUnit.SECONDS))
                .getCause();

        assertInstanceOf(NoAnswerException.class, failure);
        nanos.addAndGet(Duration.ofMillis(21).toNanos());
        assertEquals("token-1", value(cache.current()));
        never.complete(reader.token("late"));
        assertEquals("token-1", value(cache.current()), "what comes late replaces nothing newer");
    }

    @Test
    void aRejectionDuringTheLoadOfThatTokenBringsAnother() {
        AccessToken old = new AccessToken("old", clock.instant().plus(LIFE));
        CompletableFuture<AccessToken> slow = new CompletableFuture<>();
        Deque<CompletableFuture<AccessToken>> answers = new ArrayDeque<>(List.of(slow, fetch()));
        TokenCache cache = cache(TokenStore.inMemory(), answers::remove);
        CompletableFuture<AccessToken> first = cache.current();
        CompletableFuture<AccessToken> replacement = cache.replace(old);

        slow.complete(old);

        assertEquals("old", value(first));
        assertEquals("old", value(cache.current()), "the gateway handed it out after it had been rejected");
        assertEquals("old", value(replacement), "and nothing newer was to be had");
    }
}
