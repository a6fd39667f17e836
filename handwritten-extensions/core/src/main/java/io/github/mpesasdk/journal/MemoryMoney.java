package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.memory.Generations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which money is whose, in memory. Where a question settled a push, no receipt is told: money that looks like its own
 * is taken for it, until a message says otherwise. Used under the lock of its book.
 */
final class MemoryMoney {

    // A notice, the list that has it, or the answer to a question may come hours later.
    private static final Duration LIFE = Duration.ofDays(1);

    private final Clock clock;
    private final int most;
    private final UnaryOperator<String> digest;
    private final Predicate<String> isTold;
    private final Map<String, Entry> bare = new LinkedHashMap<>();
    private final Map<String, Heard> free = new LinkedHashMap<>();
    private final Generations<String, Taken> takenByKey;
    private final Generations<String, Taken> takenByReceipt;

    /** Money that came unasked, and when. */
    record Heard(CustomerPayment money, Instant at) {}

    /** Money that was taken for that of a push. */
    record Taken(Entry push, Heard heard) {}

    /**
     * Keeps a day of it.
     *
     * @param isTold whether a listener has heard of money with a receipt, or may have
     */
    MemoryMoney(Clock clock, int most, UnaryOperator<String> digest, Predicate<String> isTold) {
        this.clock = clock;
        this.most = most;
        this.digest = digest;
        this.isTold = isTold;
        this.takenByKey = new Generations<>(clock, LIFE, most);
        this.takenByReceipt = new Generations<>(clock, LIFE, most);
    }

    /** Money came unasked; answers whether it is that of a push. */
    boolean isOfPush(Heard heard) {
        Instant oldest = clock.instant().minus(LIFE);
        bare.values().removeIf(push -> push.preparedAt().isBefore(oldest));
        Optional<Entry> push = bare.values().stream()
                .filter(entry -> entry.isPaidWith(heard.money(), heard.at(), digest))
                .findFirst();
        push.ifPresentOrElse(entry -> take(entry, heard), () -> keep(heard, oldest));
        return push.isPresent();
    }

    private void keep(Heard heard, Instant oldest) {
        free.put(heard.money().receipt(), heard);
        Iterator<Heard> first = free.values().iterator();
        while (first.hasNext() && (first.next().at().isBefore(oldest) || free.size() > most)) {
            first.remove();
        }
    }

    /**
     * A push is paid and nobody named the receipt: its money, if it is here; what no listener has heard comes first.
     */
    Optional<CustomerPayment> of(Entry push) {
        Optional<Heard> its = free.values().stream()
                .filter(heard -> push.isPaidWith(heard.money(), heard.at(), digest))
                .min((one, other) -> Boolean.compare(isTold(one), isTold(other)));
        its.ifPresentOrElse(heard -> take(push, heard), () -> add(push));
        return its.map(Heard::money);
    }

    private boolean isTold(Heard heard) {
        return isTold.test(heard.money().receipt());
    }

    private void add(Entry push) {
        if (bare.size() < most) {
            bare.put(push.key(), push);
        }
    }

    private void take(Entry push, Heard heard) {
        Taken taken = new Taken(push, heard);
        bare.remove(push.key());
        free.remove(heard.money().receipt());
        takenByKey.put(push.key(), taken);
        takenByReceipt.put(heard.money().receipt(), taken);
        KnownReceipt.taken(heard.money(), push);
    }

    /** Whether nobody has named the receipt of this push; somebody has from now on. */
    boolean wasBare(String key) {
        return bare.remove(key) != null;
    }

    /** What was taken for this push; it is not any more. */
    Optional<Taken> takenBack(String key) {
        return forgotten(takenByKey.get(key));
    }

    /** A message names this receipt for a payment; answers what it was taken for, and is not any more. */
    Optional<Taken> named(String receipt) {
        free.remove(receipt);
        return forgotten(takenByReceipt.get(receipt));
    }

    private Optional<Taken> forgotten(Optional<Taken> taken) {
        taken.ifPresent(its -> {
            takenByKey.remove(its.push().key(), its);
            takenByReceipt.remove(its.heard().money().receipt(), its);
        });
        return taken;
    }
}
