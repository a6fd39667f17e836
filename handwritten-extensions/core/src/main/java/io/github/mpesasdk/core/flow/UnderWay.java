package io.github.mpesasdk.core.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The payments that are being sent just now, and whether a callback of one has arrived meanwhile: then the gateway has
 * done something, and the request must not be sent again, whatever its answer says. No clock makes it forget.
 * Thread-safe.
 */
final class UnderWay {

    private final Map<String, Sending> byKey = new ConcurrentHashMap<>();

    /** One payment while it is sent; is closed when its call is over. */
    final class Sending implements AutoCloseable {

        private final String key;
        private volatile boolean heard;

        private Sending(String key) {
            this.key = key;
        }

        /** Whether a callback of it has arrived. */
        boolean isHeard() {
            return heard;
        }

        @Override
        public void close() {
            byKey.remove(key, this);
        }
    }

    /**
     * Begins to send a payment.
     *
     * @param key a digest of what its callbacks prove themselves with
     */
    Sending begin(String key) {
        Sending sending = new Sending(key);
        byKey.put(key, sending);
        return sending;
    }

    /** A callback that proves itself with a key has arrived. */
    void hear(String key) {
        Optional.ofNullable(byKey.get(key)).ifPresent(sending -> sending.heard = true);
    }
}
