package io.github.mpesasdk.journal;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The payments in memory that are open or need a person: they are not forgotten with time, only when there are too
 * many, the oldest first. Used under the lock of its book.
 */
final class Undecided {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final int most;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    /** A payment, with every name that it has had. */
    private record Held(Entry entry, Set<String> names) {}

    Undecided(int most) {
        this.most = most;
    }

    /** A payment has changed. */
    void update(Entry entry) {
        Held before = held.get(entry.key());
        if (!entry.state().isOpen() && entry.state() != PaymentState.NEEDS_PERSON) {
            if (before != null) {
                held.remove(entry.key());
                keys.keySet().removeAll(before.names());
            }
            return;
        }
        Set<String> names = before == null ? new HashSet<>() : before.names();
        held.put(entry.key(), new Held(entry, names));
        if (!entry.reference().value().isEmpty()) {
            names.add(nameOf(entry.reference()));
            keys.put(nameOf(entry.reference()), entry.key());
        }
        if (held.size() > most) {
            pushOut();
        }
    }

    // In lots, so that the log is not flooded.
    private void pushOut() {
        int lot = Math.max(1, most / 100);
        Iterator<Held> oldest = held.values().iterator();
        for (int i = 0; i < lot && oldest.hasNext(); i++) {
            keys.keySet().removeAll(oldest.next().names());
            oldest.remove();
        }
        LOG.log(
                WARNING,
                "more than {0} payments are open or need a person, and the journal in memory has forgotten the oldest"
                        + " {1} of them; a journal in a database forgets none",
                most,
                lot);
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(held.get(key)).map(Held::entry);
    }

    Optional<Entry> named(Reference reference) {
        return Optional.ofNullable(keys.get(nameOf(reference))).flatMap(this::find);
    }

    private static String nameOf(Reference reference) {
        return reference.field() + " " + reference.value();
    }
}
