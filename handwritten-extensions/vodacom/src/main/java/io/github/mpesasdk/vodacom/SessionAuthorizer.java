package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.token.TokenCache;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One application's way in: a session for all calls, kept as the ciphertext that travels. A new session may be refused
 * until it is live; then the same one is tried again after growing pauses.
 */
final class SessionAuthorizer implements Authorizer {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final TokenCache sessions;
    private final Duration patience;

    /**
     * Prepares the way in of one application.
     *
     * @param name names its session in the store
     * @param life how long a session is used
     * @param patience how old a session may be that the gateway does not know yet
     * @param api opens sessions; authenticates with the API key alone
     */
    SessionAuthorizer(
            String name,
            TokenStore store,
            EncryptionKey key,
            Clock clock,
            Duration life,
            Duration patience,
            SessionApi api) {
        this.patience = patience;
        TokenReader reader = new TokenReader(VodacomDialect.MARKET, SessionApi.GET_SESSION.id(), life, clock);
        // Checked before it is encrypted, for ciphertext can always be sent.
        this.sessions = new TokenCache(
                name,
                store,
                reader,
                () -> api.getSessionAsync()
                        .thenApply(answer -> reader.token(key.encrypt(reader.checked(answer.sessionId())))),
                TokenCache.LONGEST_WAIT);
    }

    @Override
    public String basic() {
        throw new IllegalStateException("no operation of the OpenAPI uses Basic");
    }

    @Override
    public CompletableFuture<AccessToken> token() {
        return sessions.current();
    }

    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        Duration age = sessions.age(rejected);
        // Both bounds: the clock is the caller's, and may stand still.
        boolean mayNotBeLiveYet =
                age.compareTo(patience) < 0 && waited(rejections).compareTo(patience) < 0;
        if (mayNotBeLiveYet) {
            return Optional.of(later(rejected, shorter(pause(rejections), patience.minus(age))));
        }
        // The second time it was a session of this very call: another would fare no better.
        return rejections > 1 ? Optional.empty() : Optional.of(sessions.replace(rejected));
    }

    private static CompletableFuture<AccessToken> later(AccessToken session, Duration pause) {
        return CompletableFuture.supplyAsync(
                () -> session, CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS));
    }

    private static Duration pause(int rejections) {
        return shorter(FIRST_PAUSE.multipliedBy(1L << Math.min(rejections - 1, 10)), LONGEST_PAUSE);
    }

    private static Duration waited(int rejections) {
        Duration sum = Duration.ZERO;
        for (int earlier = 1; earlier < rejections; earlier++) {
            sum = sum.plus(pause(earlier));
        }
        return sum;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
