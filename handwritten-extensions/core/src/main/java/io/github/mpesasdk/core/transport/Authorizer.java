package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.core.token.AccessToken;
import java.util.concurrent.CompletableFuture;

/** Proves to the gateway who is asking. */
public interface Authorizer {

    /** The value of the {@code Authorization} header for operations that authenticate with the credential itself. */
    String basic();

    /** The token for the other operations. */
    CompletableFuture<AccessToken> token();

    /** A token other than the one that the gateway just rejected. */
    CompletableFuture<AccessToken> replace(AccessToken rejected);

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
            public CompletableFuture<AccessToken> replace(AccessToken rejected) {
                return token();
            }
        };
    }
}
