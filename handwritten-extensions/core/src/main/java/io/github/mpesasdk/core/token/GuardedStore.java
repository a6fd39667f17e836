package io.github.mpesasdk.core.token;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.TokenStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One credential's place in a store of the caller's, whose failures are told once and then cost a fetch each. */
final class GuardedStore {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final String key;
    private final TokenStore store;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    GuardedStore(String key, TokenStore store) {
        this.key = key;
        this.store = store;
    }

    /** What the store has; nothing if it fails. */
    @SuppressWarnings("CatchingUnchecked") // Stores in Kotlin or with Lombok throw checked exceptions, too.
    Optional<AccessToken> load() {
        try {
            // Fails here if it is null.
            return store.load(key).map(Function.identity());
        } catch (Exception | Error failure) {
            tell("load", failure);
            return Optional.empty();
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    void save(AccessToken token) {
        try {
            store.save(key, token);
        } catch (Exception | Error failure) {
            tell("save", failure);
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    void remove(AccessToken token) {
        try {
            store.remove(key, token);
        } catch (Exception | Error failure) {
            tell("remove", failure);
        }
    }

    // The message of the failure stays out: a database quotes the statement that failed, with the token in it.
    private void tell(String method, Throwable failure) {
        if (told.add(method)) {
            LOG.log(
                    WARNING,
                    "TokenStore.{0} failed with {1}; tokens are kept in this process alone. Told once.",
                    method,
                    failure.getClass().getName());
        }
    }
}
