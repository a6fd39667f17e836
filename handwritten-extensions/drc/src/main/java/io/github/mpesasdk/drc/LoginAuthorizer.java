package io.github.mpesasdk.drc;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.token.TokenCache;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.drcapi.api.SessionApi;
import io.github.mpesasdk.drcapi.model.DrcLoginRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One merchant's way in: a session for all payments of a while, and one new login if the gateway calls it expired. */
final class LoginAuthorizer implements Authorizer {

    private final TokenCache sessions;

    /**
     * Prepares the way in of one merchant.
     *
     * @param name names its session in the store
     * @param life how long a session is used
     */
    LoginAuthorizer(String name, TokenStore store, DrcLoginRequest login, Clock clock, Duration life, SessionApi api) {
        TokenReader reader = new TokenReader(DrcDialect.MARKET, SessionApi.LOGIN.id(), life, clock);
        this.sessions = new TokenCache(
                name,
                store,
                reader,
                () -> api.loginAsync(login).thenApply(answer -> reader.token(answer.sessionId())),
                TokenCache.LONGEST_WAIT);
    }

    @Override
    public String basic() {
        throw new IllegalStateException("no operation of this gateway uses Basic");
    }

    @Override
    public CompletableFuture<AccessToken> token() {
        return sessions.current();
    }

    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        // The second time it was a session of this very call: another would fare no better.
        return rejections > 1 ? Optional.empty() : Optional.of(sessions.replace(rejected));
    }
}
