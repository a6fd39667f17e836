package io.github.mpesasdk.core.token;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.runtime.Effect;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Proves who is asking by a token that the gateway gave, and that is kept while it is good. Thread-safe. */
public abstract class TokenAuthorizer implements Authorizer {

    private final TokenReader reader;
    private final TokenCache tokens;

    /**
     * Prepares the tokens of one credential.
     *
     * @param key names them in the store
     * @param reader makes the tokens that are fetched
     */
    // The cache asks for a token when a call needs one, and no call begins before the subclass is whole.
    @SuppressWarnings("this-escape")
    protected TokenAuthorizer(String key, TokenStore store, TokenReader reader) {
        this.reader = reader;
        this.tokens = new TokenCache(key, store, reader, this::fetch, TokenCache.LONGEST_WAIT);
    }

    /** Asks the gateway for a token. */
    protected abstract CompletableFuture<AccessToken> fetch();

    /** Makes tokens of what the gateway answers. */
    protected final TokenReader reader() {
        return reader;
    }

    @Override
    public final CompletableFuture<AccessToken> token(Effect effect) {
        return tokens.current();
    }

    // Once: the second time it was a token of this very call, and another would fare no better.
    @Override
    public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
        return rejections > 1 ? Optional.empty() : Optional.of(tokens.replace(rejected));
    }

    @Override
    public final void distrust(AccessToken token) {
        tokens.drop(token);
    }

    /** Fetches a token anew, whatever is kept, and leaves it unused. */
    public void verify() {
        try {
            fetch().join();
        } catch (CompletionException failed) {
            throw Failures.fromElsewhere(failed);
        }
    }
}
