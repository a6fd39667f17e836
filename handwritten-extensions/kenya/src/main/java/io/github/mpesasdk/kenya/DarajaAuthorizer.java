package io.github.mpesasdk.kenya;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.token.TokenAuthorizer;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.daraja.api.AuthorizationApi;
import io.github.mpesasdk.daraja.api.AuthorizationApi.TokenInput;
import io.github.mpesasdk.daraja.model.GrantType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** How one app authorizes itself: Basic for the token, and the token for the rest. */
final class DarajaAuthorizer extends TokenAuthorizer {

    // The documented life, for an answer that does not state one.
    private static final Duration DOCUMENTED_LIFE = Duration.ofSeconds(3599);

    private final String basic;
    private final AuthorizationApi authorization;

    /**
     * Prepares the authorization of one app.
     *
     * @param key names the app's tokens in the store
     * @param basic the app's own credential, as a header
     * @param authorization fetches tokens; authenticates with {@code basic} alone
     */
    DarajaAuthorizer(String key, String basic, TokenStore store, Clock clock, AuthorizationApi authorization) {
        super(key, store, new TokenReader(DarajaDialect.MARKET, AuthorizationApi.TOKEN.id(), DOCUMENTED_LIFE, clock));
        this.basic = basic;
        this.authorization = authorization;
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
    protected CompletableFuture<AccessToken> fetch() {
        TokenInput request =
                TokenInput.builder().grantType(GrantType.CLIENT_CREDENTIALS).build();
        return authorization.tokenAsync(request).thenApply(answer -> reader().token(
                        answer.accessToken(), answer.expiresIn()));
    }
}
