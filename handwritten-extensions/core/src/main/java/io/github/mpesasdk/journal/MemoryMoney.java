package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.memory.Generations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which money is that of which push, in memory. Where a question settled a push, no receipt is told: money that looks
 * like its own is matched with it, until a message says otherwise. Used under the lock of its book.
 */
final class MemoryMoney {

    // A notice, the list that has it, or the answer to a question may come hours later.
    private static final Duration LIFE = Duration.ofDays(1);

    private final Clock clock;
    private final int most;
    private final UnaryOperator<String> digest;
    private final Predicate<String> isTold;
    private final Map<String, Entry> pushes = new LinkedHashMap<>();
    private final Map<String, Heard> money = new LinkedHashMap<>();
    private final Generations<String, Match> byPush;
    private final Generations<String, Match> byReceipt;

    /** Money that came unasked, and when. */
    record Heard(CustomerPayment payment, Instant at) {}

    /**
     * Money that looks like that of a push.
     *
     * @param wasTold whether a listener had heard of it before, or may have
     */
    record Match(Entry push, Heard money, boolean wasTold) {

        String receipt() {
            return money.payment().receipt();
        }
    }

    /**
     * Keeps a day of it.
     *
     * @param most how many pushes and payments without a match are kept; the oldest go first
     * @param isTold whether a listener has heard of money with a receipt, or may have
     */
    MemoryMoney(Clock clock, int most, UnaryOperator<String> digest, Predicate<String> isTold) {
        this.clock = clock;
        this.most = most;
        this.digest = digest;
        this.isTold = isTold;
        this.byPush = new Generations<>(clock, LIFE, most);
        this.byReceipt = new Generations<>(clock, LIFE, most);
    }

    /** Money came unasked; answers whether it is that of a push. */
    boolean matchWithPush(Heard heard) {
        Optional<Entry> its = pushes.values().stream()
                .filter(push -> push.isPaidWith(heard.payment(), heard.at(), digest))
                .min(Comparator.comparing(Entry::preparedAt));
        if (its.isEmpty()) {
            keep(heard);
        }
        return its.map(push -> match(push, heard)).isPresent();
    }

    /**
     * A push is paid and nobody named the receipt: its money, if it is here; what no listener has heard comes first.
     */
    Optional<Match> match(Entry push) {
        Optional<Heard> its = money.values().stream()
                .filter(heard -> push.isPaidWith(heard.payment(), heard.at(), digest))
                .min(Comparator.comparing(this::isTold)
                        .thenComparing(heard -> heard.payment().at()));
        if (its.isEmpty()) {
            keep(push);
        }
        return its.map(heard -> match(push, heard));
    }

    private boolean isTold(Heard heard) {
        return isTold.test(heard.payment().receipt());
    }

    private Match match(Entry push, Heard heard) {
        String receipt = heard.payment().receipt();
        Match match = new Match(push, heard, isTold(heard));
        pushes.remove(push.key());
        money.remove(receipt);
        byPush.put(push.key(), match);
        byReceipt.put(receipt, match);
        KnownReceipt.taken(heard.payment(), push);
        return match;
    }

    private void keep(Entry push) {
        pushes.put(push.key(), push);
        forget(pushes, Entry::preparedAt);
    }

    private void keep(Heard heard) {
        money.put(heard.payment().receipt(), heard);
        forget(money, Heard::at);
    }

    private <T> void forget(Map<String, T> kept, Function<T, Instant> time) {
        Instant oldest = clock.instant().minus(LIFE);
        Iterator<T> first = kept.values().iterator();
        while (first.hasNext() && (time.apply(first.next()).isBefore(oldest) || kept.size() > most)) {
            first.remove();
        }
    }

    /** A message names the receipt of this push; answers what was matched with it, and is not any more. */
    Optional<Match> unmatch(String key) {
        pushes.remove(key);
        return unmatched(byPush.get(key));
    }

    /** A message names this receipt for a payment; answers what it was matched with, and is not any more. */
    Optional<Match> confirm(String receipt) {
        money.remove(receipt);
        return unmatched(byReceipt.get(receipt));
    }

    private Optional<Match> unmatched(Optional<Match> match) {
        match.ifPresent(its -> {
            byPush.remove(its.push().key(), its);
            byReceipt.remove(its.receipt(), its);
        });
        return match;
    }
}
