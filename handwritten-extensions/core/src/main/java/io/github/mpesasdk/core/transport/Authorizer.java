package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.AccessToken;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Proves to the gateway who is asking. */
public interface Authorizer {

    /** The value of the {@code Authorization} header for operations that authenticate with the credential itself. */
    String basic();

    /** The token for the other operations. */
    CompletableFuture<AccessToken> token();

    /**
     * What to send with after the gateway rejected a token, and therefore did nothing: another token, or the same one
     * once it is live.
     *
     * @param rejections how often that happened within one call, this time included
     * @return empty to give up
     */
    Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections);

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
            public CompletableFuture<AccessToken> token() {
                throw new IllegalStateException("an operation that fetches tokens must not need one");
            }

            @Override
            public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
                return Optional.empty();
            }
        };
    }
}
