package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.token.TokenAuthorizer;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The session of one application, kept as the ciphertext that travels. A new one is proven live before anybody gets it,
 * callers and the store alike, so whatever comes from the store is taken as live. Thread-safe.
 */
final class Sessions extends TokenAuthorizer {

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
        super(name, store, new TokenReader(VodacomDialect.MARKET, SessionApi.GET_SESSION.id(), life, clock));
        this.key = key;
        this.api = api;
        this.liveness = liveness;
    }

    // Whether it is live yet says nothing of the API key.
    @Override
    public void verify() {
        reader().checked(api.getSession().sessionId());
    }

    @Override
    protected CompletableFuture<AccessToken> fetch() {
        return api.getSessionAsync()
                // Checked before it is encrypted, for ciphertext can always be sent.
                .thenApply(answer -> reader().token(key.encrypt(reader().checked(answer.sessionId()))))
                .thenCompose(liveness::prove);
    }
}
