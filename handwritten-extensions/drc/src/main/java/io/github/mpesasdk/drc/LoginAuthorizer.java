package io.github.mpesasdk.drc;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.token.TokenAuthorizer;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.drcapi.api.SessionApi;
import io.github.mpesasdk.drcapi.model.DrcLoginInput;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The sessions of one merchant. A payment is never sent again under another one: nobody has shown what the gateway
 * answers to a payment whose session is over.
 */
final class LoginAuthorizer extends TokenAuthorizer {

    private final DrcLoginInput login;
    private final SessionApi api;

    /**
     * Prepares the sessions of one merchant.
     *
     * @param name names the session in the store
     * @param life how long a session is used
     */
    LoginAuthorizer(String name, TokenStore store, DrcLoginInput login, Clock clock, Duration life, SessionApi api) {
        super(name, store, new TokenReader(DrcDialect.MARKET, SessionApi.LOGIN.id(), life, clock));
        this.login = login;
        this.api = api;
    }

    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        return Optional.empty();
    }

    @Override
    protected CompletableFuture<AccessToken> fetch() {
        return api.loginAsync(login).thenApply(answer -> reader().token(answer.sessionId()));
    }
}
