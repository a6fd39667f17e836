package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.RandomText;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The last callbacks, 1000 of them and fewer where they are long, for those who want one again. Safe for use by several
 * threads.
 */
final class SentCallbacks {

    private static final int MOST = 1000;
    private static final int ID_LENGTH = 12;

    private final RandomText random = new RandomText();
    private final LatestMap<String, Sent> byId = new LatestMap<>(MOST, (id, sent) -> sent.length());

    Sent add(long generation, Callback callback, ReplyCheck reply) {
        Sent sent = new Sent(random.smallLetters(ID_LENGTH), generation, callback, reply, new AtomicInteger());
        byId.put(sent.id(), sent);
        return sent;
    }

    /**
     * One by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    Sent get(String id) {
        return byId.get(id)
                .orElseThrow(() -> new IllegalArgumentException("no callback has the id " + id
                        + "; the ids of the last " + MOST + " are in the journal, at the deliveries"));
    }

    void clear() {
        byId.clear();
    }

    /** A callback, after how many resets it was made, and how often it was sent so far. */
    record Sent(String id, long generation, Callback callback, ReplyCheck reply, AtomicInteger attempts) {

        int length() {
            return callback.url().length() + callback.body().length();
        }
    }
}
