package io.github.mpesasdk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where tokens are kept. The default keeps them in memory; share one through a database or cache so that several
 * machines use one token. Implementations must be thread-safe, and must keep what they store as secret as a password.
 *
 * <p>A client keeps its token in memory as well, and asks the store only when it has none that is good. A store that
 * throws costs a warning in the log and a new token, never a payment.
 */
public interface TokenStore {

    /** The token saved under a key, if there is one. */
    Optional<AccessToken> load(String key);

    /** Saves a token. The key names market, host and credential, the last as a digest; it holds no secret. */
    void save(String key, AccessToken token);

    /** Forgets a token, but only if it is still this one, so that a newer token of another machine survives. */
    void remove(String key, AccessToken token);

    /** A store that lives as long as the process. */
    static TokenStore inMemory() {
        Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
        return new TokenStore() {
            @Override
            public Optional<AccessToken> load(String key) {
                return Optional.ofNullable(tokens.get(key));
            }

            @Override
            public void save(String key, AccessToken token) {
                tokens.put(key, token);
            }

            @Override
            public void remove(String key, AccessToken token) {
                tokens.remove(key, token);
            }
        };
    }
}
