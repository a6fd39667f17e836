package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.token.TokenCache;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The session of one application, kept as the ciphertext that travels. A new one is proven live before anybody gets it,
 * callers and the store alike, so whatever comes from the store is taken as live. Thread-safe.
 */
final class Sessions implements Authorizer {

    private final TokenCache sessions;
    private final TokenReader reader;
    private final EncryptionKey key;
    private final SessionApi api;
    private final Liveness liveness;

    /**
     * Prepares the sessions of one application.
     *
     * @param name names its session in the store
     * @param life how long a session is used
     * @param api opens sessions; authenticates with the API key alone
     */
    Sessions(
            String name,
            TokenStore store,
            EncryptionKey key,
            Clock clock,
            Duration life,
            SessionApi api,
            Liveness liveness) {
        this.reader = new TokenReader(VodacomDialect.MARKET, SessionApi.GET_SESSION.id(), life, clock);
        this.sessions = new TokenCache(name, store, reader, this::open, TokenCache.LONGEST_WAIT);
        this.key = key;
        this.api = api;
        this.liveness = liveness;
    }

    @Override
    public CompletableFuture<AccessToken> token(Effect effect) {
        return sessions.current();
    }

    // Once: the second time it was a session of this very call, and another would fare no better.
    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        return rejections > 1 ? Optional.empty() : Optional.of(sessions.replace(rejected));
    }

    @Override
    public void distrust(AccessToken session) {
        sessions.drop(session);
    }

    /** Opens a session, whatever is kept, and leaves it unused. */
    void verify() {
        reader.checked(api.getSession().sessionId());
    }

    private CompletableFuture<AccessToken> open() {
        return api.getSessionAsync()
                // Checked before it is encrypted, for ciphertext can always be sent.
                .thenApply(answer -> reader.token(key.encrypt(reader.checked(answer.sessionId()))))
                .thenCompose(liveness::prove);
    }
}
