package io.github.mpesasdk.core.token;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one token to everybody: fetched once however many ask at the same time, and replaced early. Thread-safe.
 */
public final class TokenCache {

    /** A token this close to its end is not used any more: the request must still arrive in time. */
    static final Duration MARGIN = Duration.ofSeconds(60);

    private final String key;
    private final TokenStore store;
    private final Supplier<CompletableFuture<AccessToken>> fetch;
    private final Clock clock;
    private final Object lock = new Object();
    private @Nullable CompletableFuture<AccessToken> underWay;

    /**
     * A cache for one credential. Exceptions of the store reach the caller; nothing was sent then.
     *
     * @param key names market, host and credential; see {@link CredentialKey}
     * @param fetch asks the gateway for a new token
     */
    public TokenCache(String key, TokenStore store, Supplier<CompletableFuture<AccessToken>> fetch, Clock clock) {
        this.key = key;
        this.store = store;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** A token that is good for a while. Callers at the same moment share one fetch. */
    public CompletableFuture<AccessToken> current() {
        synchronized (lock) {
            return storedOrFetched(token -> true);
        }
    }

    /**
     * A token other than the one that the gateway just rejected. Callers with the same rejected token share one fetch.
     */
    public CompletableFuture<AccessToken> replace(AccessToken rejected) {
        synchronized (lock) {
            store.remove(key, rejected);
            // A store that rounds times does not recognise the token, and still has it.
            return storedOrFetched(token -> !token.value().equals(rejected.value()));
        }
    }

    private CompletableFuture<AccessToken> storedOrFetched(Predicate<AccessToken> isWelcome) {
        if (underWay != null) {
            return underWay.copy();
        }
        return store.load(key)
                .filter(this::isFresh)
                .filter(isWelcome)
                .map(CompletableFuture::completedFuture)
                .orElseGet(this::startFetch);
    }

    private CompletableFuture<AccessToken> startFetch() {
        CompletableFuture<AccessToken> fetching = fetch.get().whenComplete((token, failure) -> finishFetch(token));
        underWay = fetching.isDone() ? null : fetching;
        return fetching.copy();
    }

    private void finishFetch(@Nullable AccessToken token) {
        synchronized (lock) {
            underWay = null;
            if (token != null) {
                store.save(key, token);
            }
        }
    }

    private boolean isFresh(AccessToken token) {
        return clock.instant().plus(MARGIN).isBefore(token.expiresAt());
    }
}
