package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.RandomText;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The last callbacks, for those who want one again. Safe for use by several threads. */
final class SentCallbacks {

    private static final int MOST = 1000;
    private static final int ID_LENGTH = 12;

    private final RandomText random = new RandomText();
    private final Map<String, Sent> byId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
            return size() > MOST;
        }
    };

    synchronized Sent add(long generation, Callback callback, ReplyCheck reply) {
        Sent sent = new Sent(random.smallLetters(ID_LENGTH), generation, callback, reply, new AtomicInteger());
        byId.put(sent.id(), sent);
        return sent;
    }

    /**
     * One by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    synchronized Sent get(String id) {
        Sent sent = byId.get(id);
        if (sent == null) {
            throw new IllegalArgumentException("no callback has the id " + id + "; the ids of the last " + MOST
                    + " are in the journal, at the deliveries");
        }
        return sent;
    }

    synchronized void clear() {
        byId.clear();
    }

    /** A callback, after how many resets it was born, and how often it was sent so far. */
    record Sent(String id, long generation, Callback callback, ReplyCheck reply, AtomicInteger attempts) {}
}
