package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.transport.Authorizer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way in for the call that opens sessions: the encrypted API key. */
final class ApiKeyAuthorizer implements Authorizer {

    private final AccessToken encryptedKey;

    ApiKeyAuthorizer(String apiKey, EncryptionKey publicKey) {
        this.encryptedKey = new AccessToken(publicKey.encrypt(apiKey), Instant.MAX);
    }

    @Override
    public String basic() {
        throw new IllegalStateException("no operation of the OpenAPI uses Basic");
    }

    @Override
    public CompletableFuture<AccessToken> token() {
        return CompletableFuture.completedFuture(encryptedKey);
    }

    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        return Optional.empty();
    }
}
