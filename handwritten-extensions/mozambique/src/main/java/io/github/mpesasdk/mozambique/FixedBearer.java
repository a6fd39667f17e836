package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.core.transport.Authorizer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The encrypted API key, made once: there is no session, and encrypting the same key anew would change nothing. */
final class FixedBearer implements Authorizer {

    private final AccessToken bearer;

    FixedBearer(String encryptedKey) {
        this.bearer = new AccessToken(encryptedKey, Instant.MAX);
    }

    @Override
    public String basic() {
        throw new IllegalStateException("no operation of this API authenticates with Basic");
    }

    @Override
    public CompletableFuture<AccessToken> token() {
        return CompletableFuture.completedFuture(bearer);
    }

    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        return Optional.empty();
    }
}
