package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.memory.Generations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Pushes that a question settled, so that nobody named their receipts, and the money that was taken for theirs until a
 * message says otherwise. Used under the lock of its book.
 */
final class PaidPushes {

    // A notice, or the list that has it, may come hours later.
    private static final Duration LIFE = Duration.ofDays(1);

    private final Clock clock;
    private final int most;
    private final UnaryOperator<String> digest;
    private final Map<String, Entry> bare = new LinkedHashMap<>();
    private final Generations<String, Taken> takenByKey;
    private final Generations<String, Taken> takenByReceipt;

    /**
     * Money that was taken for that of a push.
     *
     * @param heardAt when it came
     */
    record Taken(Entry push, CustomerPayment money, Instant heardAt) {}

    PaidPushes(Clock clock, int most, UnaryOperator<String> digest) {
        this.clock = clock;
        this.most = most;
        this.digest = digest;
        this.takenByKey = new Generations<>(clock, LIFE, most);
        this.takenByReceipt = new Generations<>(clock, LIFE, most);
    }

    /** Nobody has named the receipt of this one. */
    void add(Entry push) {
        if (bare.size() < most) {
            bare.put(push.key(), push);
        }
    }

    /** Whether money is that of one of them; it is taken for it then. */
    boolean has(CustomerPayment money, Instant heardAt) {
        Instant oldest = clock.instant().minus(LIFE);
        bare.values().removeIf(entry -> entry.preparedAt().isBefore(oldest));
        Optional<Entry> push = bare.values().stream()
                .filter(entry -> entry.isPaidWith(money, heardAt, digest))
                .findFirst();
        push.ifPresent(entry -> take(new Taken(entry, money, heardAt)));
        return push.isPresent();
    }

    /** Money is taken for that of a push. */
    void take(Taken taken) {
        bare.remove(taken.push().key());
        takenByKey.put(taken.push().key(), taken);
        takenByReceipt.put(taken.money().receipt(), taken);
        KnownReceipt.taken(taken.money(), taken.push());
    }

    /** Whether nobody has named the receipt of this payment; somebody has from now on. */
    boolean named(String key) {
        return bare.remove(key) != null;
    }

    /** What was taken for this payment; it is not any more. */
    Optional<Taken> takenBack(String key) {
        return forgotten(takenByKey.get(key));
    }

    /** What the money of this receipt was taken for; it is not any more. */
    Optional<Taken> takenBackBy(String receipt) {
        return forgotten(takenByReceipt.get(receipt));
    }

    private Optional<Taken> forgotten(Optional<Taken> taken) {
        taken.ifPresent(its -> {
            takenByKey.remove(its.push().key(), its);
            takenByReceipt.remove(its.money().receipt(), its);
        });
        return taken;
    }
}
