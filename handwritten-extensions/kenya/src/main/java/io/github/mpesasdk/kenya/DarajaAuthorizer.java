package io.github.mpesasdk.kenya;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.token.TokenCache;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.daraja.api.AuthorizationApi;
import io.github.mpesasdk.daraja.api.AuthorizationApi.TokenInput;
import io.github.mpesasdk.daraja.model.GrantType;
import io.github.mpesasdk.runtime.Effect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** How one app authorizes itself: Basic for the token, and the token for the rest. */
final class DarajaAuthorizer implements Authorizer {

    // The documented life, for an answer that does not state one.
    private static final Duration DOCUMENTED_LIFE = Duration.ofSeconds(3599);

    private final String basic;
    private final TokenCache tokens;
    private final TokenReader reader;
    private final AuthorizationApi authorization;

    /**
     * Prepares the authorization of one app.
     *
     * @param key names the app's tokens in the store
     * @param basic the app's own credential, as a header
     * @param authorization fetches tokens; authenticates with {@code basic} alone
     */
    DarajaAuthorizer(String key, String basic, TokenStore store, Clock clock, AuthorizationApi authorization) {
        this.basic = basic;
        this.authorization = authorization;
        this.reader = new TokenReader(DarajaDialect.MARKET, AuthorizationApi.TOKEN.id(), DOCUMENTED_LIFE, clock);
        this.tokens = new TokenCache(key, store, reader, this::fetch, TokenCache.LONGEST_WAIT);
    }

    /** The header of {@code Authorization: Basic}. */
    static String basicHeader(String consumerKey, String consumerSecret) {
        String credential = consumerKey + ":" + consumerSecret;
        return "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String basic() {
        return basic;
    }

    @Override
    public CompletableFuture<AccessToken> token(Effect effect) {
        return tokens.current();
    }

    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        return rejections > 1 ? Optional.empty() : Optional.of(tokens.replace(rejected));
    }

    /** Fetches a token anew, whatever is kept. */
    void verify() {
        try {
            fetch().join();
        } catch (CompletionException failed) {
            throw Failures.fromElsewhere(failed);
        }
    }

    @Override
    public void distrust(AccessToken token) {
        tokens.drop(token);
    }

    private CompletableFuture<AccessToken> fetch() {
        TokenInput request =
                TokenInput.builder().grantType(GrantType.CLIENT_CREDENTIALS).build();
        return authorization
                .tokenAsync(request)
                .thenApply(answer -> reader.token(answer.accessToken(), answer.expiresIn()));
    }
}
