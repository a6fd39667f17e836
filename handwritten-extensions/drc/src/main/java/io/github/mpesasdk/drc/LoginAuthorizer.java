package io.github.mpesasdk.drc;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.token.TokenCache;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.drcapi.api.SessionApi;
import io.github.mpesasdk.drcapi.model.DrcLoginInput;
import io.github.mpesasdk.runtime.Effect;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The sessions of one merchant. A payment is never sent again under another one: nobody has shown what the gateway
 * answers to a payment whose session is over.
 */
final class LoginAuthorizer implements Authorizer {

    private final DrcLoginInput login;
    private final SessionApi api;
    private final TokenReader reader;
    private final TokenCache sessions;

    /**
     * Prepares the sessions of one merchant.
     *
     * @param name names the session in the store
     * @param life how long a session is used
     */
    LoginAuthorizer(String name, TokenStore store, DrcLoginInput login, Clock clock, Duration life, SessionApi api) {
        this.login = login;
        this.api = api;
        this.reader = new TokenReader(DrcDialect.MARKET, SessionApi.LOGIN.id(), life, clock);
        this.sessions = new TokenCache(name, store, reader, this::logIn, TokenCache.LONGEST_WAIT);
    }

    @Override
    public CompletableFuture<AccessToken> token(Effect effect) {
        return sessions.current();
    }

    @Override
    public void distrust(AccessToken session) {
        sessions.drop(session);
    }

    /** Logs in anew, whatever is kept. */
    void verify() {
        try {
            logIn().join();
        } catch (CompletionException failed) {
            throw Failures.fromElsewhere(failed);
        }
    }

    private CompletableFuture<AccessToken> logIn() {
        return api.loginAsync(login).thenApply(answer -> reader.token(answer.sessionId()));
    }
}
