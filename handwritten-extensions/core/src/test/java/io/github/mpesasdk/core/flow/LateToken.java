package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.runtime.Effect;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A token that comes after something else has happened.
 *
 * @param before what happens meanwhile
 */
record LateToken(Runnable before) implements Authorizer {

    @Override
    public CompletableFuture<AccessToken> token(Effect effect) {
        before.run();
        return CompletableFuture.completedFuture(new AccessToken("token", Instant.MAX));
    }
}
