package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.core.crypto.EncryptedSecret;
import io.github.mpesasdk.runtime.Effect;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Proves to the gateway who is asking. Thread-safe. */
public interface Authorizer {

    /** The value of the {@code Authorization} header for operations that authenticate with the credential itself. */
    default String basic() {
        throw new IllegalStateException("no operation of this gateway uses Basic");
    }

    /**
     * The token for the other operations.
     *
     * @param effect what the call will do: for a payment, the token must be known to be live
     */
    CompletableFuture<AccessToken> token(Effect effect);

    /**
     * Another token, after the gateway rejected one and therefore did nothing.
     *
     * @param rejections how often that happened within one call, this time included
     * @return empty to give up
     */
    default Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        return Optional.empty();
    }

    /** A token may be bad, though nothing proves it: later calls should have another. */
    default void distrust(AccessToken token) {}

    /** One that has nothing, for the calls whose body has it all. */
    static Authorizer none() {
        return basicOnly("");
    }

    /** One that has the credential and no tokens: for the calls that fetch tokens. */
    static Authorizer basicOnly(String header) {
        return new Authorizer() {
            @Override
            public String basic() {
                return header;
            }

            @Override
            public CompletableFuture<AccessToken> token(Effect effect) {
                throw new IllegalStateException("an operation that fetches tokens must not need one");
            }
        };
    }

    /** One whose token never changes. */
    static Authorizer fixed(AccessToken token) {
        return effect -> CompletableFuture.completedFuture(token);
    }

    /** One whose token is the encrypted credential itself. */
    static Authorizer encrypted(EncryptedSecret credential) {
        return effect -> CompletableFuture.completedFuture(new AccessToken(credential.text(), Instant.MAX));
    }
}
