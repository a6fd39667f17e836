package io.github.mpesasdk.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

    private final FakeClock clock = new FakeClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private final TokenReader reader = new TokenReader("test", "token", Duration.ofSeconds(3599), clock);

    private AccessToken newToken() {
        return reader.token("token-" + fetches.incrementAndGet());
    }

    private CompletableFuture<AccessToken> fetch() {
        return CompletableFuture.completedFuture(newToken());
    }

    private TokenCache cache(TokenStore store) {
        return cache(store, this::fetch);
    }

    private TokenCache cache(TokenStore store, Supplier<CompletableFuture<AccessToken>> fetch) {
        return new TokenCache("key", store, reader, fetch, TokenCache.LONGEST_WAIT);
    }

    @Test
    void manyThreadsShareOneFetch() throws Exception {
        TokenCache cache = cache(TokenStore.inMemory(), () -> CompletableFuture.supplyAsync(this::newToken));

        List<AccessToken> tokens = Together.run(thread -> cache.current().join());

        assertEquals(1, fetches.get());
        assertEquals(1, Set.copyOf(tokens).size());
    }

    @Test
    void callersDuringAFetchShareIt() {
        CompletableFuture<AccessToken> slow = new CompletableFuture<>();
        TokenCache cache = cache(TokenStore.inMemory(), () -> {
            fetches.incrementAndGet();
            return slow;
        });
        CompletableFuture<AccessToken> first = cache.current();
        CompletableFuture<AccessToken> impatient = cache.current();
        assertTrue(impatient.cancel(true), "one caller may give up");
        CompletableFuture<AccessToken> second = cache.current();

        slow.complete(new AccessToken("t", clock.instant().plusSeconds(3599)));

        assertEquals("t", first.join().value());
        assertEquals("t", second.join().value());
        assertEquals(1, fetches.get());
    }

    @Test
    void aTokenIsReplacedAMinuteBeforeItsEnd() {
        TokenCache cache = cache(TokenStore.inMemory());
        AccessToken first = cache.current().join();

        clock.advance(Duration.ofSeconds(3599 - 61));
        assertEquals(first, cache.current().join());

        clock.advance(Duration.ofSeconds(1));
        assertNotEquals(first, cache.current().join());
        assertEquals(2, fetches.get());
    }

    @Test
    void rejectionsOfOneTokenShareOneFetch() throws Exception {
        TokenCache cache = cache(TokenStore.inMemory());
        AccessToken rejected = cache.current().join();

        List<AccessToken> replacements =
                Together.run(thread -> cache.replace(rejected).join());

        assertEquals(2, fetches.get());
        assertEquals(
                Set.of("token-2"),
                Set.copyOf(replacements.stream().map(AccessToken::value).toList()));
    }

    @Test
    void aRejectedTokenIsNotHandedOutAgainByAStoreThatRoundsTimes() {
        clock.advance(Duration.ofNanos(1));
        TokenCache cache = cache(new RoundingStore());
        AccessToken rejected = cache.current().join();

        assertEquals("token-2", cache.replace(rejected).join().value());
    }

    @Test
    void aFetchThatFailedIsForgotten() {
        CompletableFuture<AccessToken> failure = CompletableFuture.failedFuture(new IllegalStateException("no"));
        TokenCache cache = cache(TokenStore.inMemory(), () -> fetches.get() == 0 ? failing(failure) : fetch());

        assertTrue(cache.current().isCompletedExceptionally());
        assertEquals("token-2", cache.current().join().value());
    }

    private CompletableFuture<AccessToken> failing(CompletableFuture<AccessToken> failure) {
        fetches.incrementAndGet();
        return failure;
    }

    @Test
    void aFetchThatThrowsIsForgotten() {
        TokenCache cache = cache(TokenStore.inMemory(), () -> {
            if (fetches.getAndIncrement() == 0) {
                throw new IllegalStateException("no");
            }
            return fetch();
        });

        assertTrue(cache.current().isCompletedExceptionally());
        assertEquals("token-3", cache.current().join().value());
    }

    @Test
    void twoKeysNeverMeet() {
        TokenStore shared = TokenStore.inMemory();
        TokenCache one = new TokenCache("tenant-1", shared, reader, this::fetch, TokenCache.LONGEST_WAIT);
        TokenCache other = new TokenCache("tenant-2", shared, reader, this::fetch, TokenCache.LONGEST_WAIT);

        assertNotEquals(one.current().join(), other.current().join());
        assertEquals("token-1", one.current().join().value());
    }

    @Test
    void machinesThatShareAStoreShareATokenAndARejectionSparesANewerOne() {
        TokenStore shared = TokenStore.inMemory();
        TokenCache here = cache(shared);
        TokenCache there = cache(shared);
        AccessToken first = here.current().join();
        assertEquals(first, there.current().join());

        AccessToken second = here.replace(first).join();

        assertEquals(second, there.replace(first).join());
        assertEquals(2, fetches.get());
    }

    @Test
    void aTokenHidesItsValue() {
        assertEquals(
                "AccessToken[***, expiresAt=2026-01-02T03:04:05Z]",
                new AccessToken("s3cret", clock.instant()).toString());
    }

    /** Keeps whole seconds, as many databases do. */
    private static final class RoundingStore implements TokenStore {
        private final ConcurrentHashMap<String, AccessToken> tokens = new ConcurrentHashMap<>();

        @Override
        public Optional<AccessToken> load(String key) {
            return Optional.ofNullable(tokens.get(key));
        }

        @Override
        public void save(String key, AccessToken token) {
            Instant rounded = token.expiresAt().truncatedTo(ChronoUnit.SECONDS);
            tokens.put(key, new AccessToken(token.value(), rounded));
        }

        @Override
        public void remove(String key, AccessToken token) {
            tokens.remove(key, token);
        }
    }
}
