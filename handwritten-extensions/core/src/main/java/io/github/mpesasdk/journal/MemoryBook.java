package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.core.memory.Generations;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one merchant in memory. Bounded: settled payments are kept for at least half a day, as many as half a
 * million; as many that are open or need a person, until they are settled; and ten thousand notices, pushes without
 * their money and payments without their push. Thread-safe.
 */
final class MemoryBook implements Book {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final int MOST = 500_000;
    private static final String HEARD = "heard ";
    private static final int MOST_NOTICES = 10_000;

    private final Clock clock;
    private final Generations<String, Entry> entries;
    private final Generations<String, Entry> names;
    private final Generations<String, Set<String>> lookalikes;
    private final Generations<String, Boolean> events;
    private final Generations<String, Optional<BigDecimal>> receipts;
    private final Generations<String, Boolean> toldMoney;
    private final Generations<String, Boolean> ofPayments;
    private final Generations<String, Boolean> repetitions;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>((one, other) -> one.at().compareTo(other.at()));
    private final MemoryNotices notices;
    private final Undecided undecided;
    private final MemoryMoney money;
    private final Map<String, Instant> nextRuns = new HashMap<>();
    private final Map<String, Instant> doneUntil = new HashMap<>();
    private long lastNotice;

    MemoryBook(Clock clock) {
        this(clock, MOST, MOST_NOTICES);
    }

    MemoryBook(Clock clock, int mostUndecided, int mostNotices) {
        this.clock = clock;
        this.notices = new MemoryNotices(clock, mostNotices);
        this.undecided = new Undecided(mostUndecided);
        this.money = new MemoryMoney(clock, mostNotices, this::digest, this::isTold);
        this.entries = new Generations<>(clock, LIFE, MOST);
        this.names = new Generations<>(clock, LIFE, MOST);
        this.lookalikes = new Generations<>(clock, LIFE, MOST);
        this.events = new Generations<>(clock, LIFE, MOST);
        this.receipts = new Generations<>(clock, LIFE, MOST);
        this.toldMoney = new Generations<>(clock, LIFE, MOST);
        this.ofPayments = new Generations<>(clock, LIFE, MOST);
        this.repetitions = new Generations<>(clock, LIFE, MOST);
    }

    private record Due(String key, Instant at) {}

    // Nothing of this leaves the process.
    @Override
    public String digest(String personal) {
        return Fingerprint.of(personal);
    }

    @Override
    public synchronized boolean prepare(Entry entry) {
        Optional<Entry> there = find(entry.key()).or(() -> named(entry.reference()));
        if (there.flatMap(Entry::settledBy).map(Verdict::isToBeTold).orElse(there.isPresent())) {
            return false;
        }
        put(entry);
        group(entry).add(entry.key());
        return true;
    }

    private Set<String> group(Entry entry) {
        Set<String> fresh = new HashSet<>();
        return lookalikes
                .putIfAbsent(Fingerprint.of(entry.traits().toString()), fresh)
                .orElse(fresh);
    }

    @Override
    public synchronized boolean send(String key, Duration pause) {
        Optional<Entry> entry = find(key)
                .filter(known -> known.state() == PaymentState.SENT
                        ? events.get(HEARD + key).isEmpty()
                        : become(known, PaymentState.SENT, null));
        if (entry.filter(known -> known.state() == PaymentState.PREPARED).isPresent() && due.size() < MOST) {
            due.add(new Due(key, now().plus(pause)));
        }
        return entry.isPresent();
    }

    private boolean become(Entry entry, PaymentState next, @Nullable Verdict verdict) {
        if (!entry.state().canBecome(next)) {
            return false;
        }
        put(entry.in(next, verdict));
        return true;
    }

    private void put(Entry entry) {
        undecided.update(entry);
        entries.put(entry.key(), entry);
        if (!entry.reference().value().isEmpty()) {
            names.put(nameOf(entry.reference()), entry);
        }
    }

    private static String nameOf(Reference reference) {
        return reference.field() + " " + reference.value();
    }

    @Override
    public synchronized void accept(String key, Reference reference, Map<String, String> repeats) {
        find(key).map(entry -> entry.named(reference, repeats)).ifPresent(entry -> {
            put(entry);
            become(entry, PaymentState.ACCEPTED, null);
        });
    }

    @Override
    public synchronized Recorded record(Entry known, Event event, @Nullable Verdict verdict) {
        Entry entry = find(known.key()).orElseGet(() -> restored(known));
        boolean isNew = events.putIfAbsent(entry.key() + event.kind() + event.digest(), Boolean.TRUE)
                .isEmpty();
        if (event.kind() == Event.Kind.CALLBACK) {
            events.put(HEARD + entry.key(), Boolean.TRUE);
        }
        if (verdict != null && verdict.isToBeTold()) {
            notices.requireRoom(Notice.Kind.SETTLEMENT);
        }
        if (verdict == null || !become(entry, verdict.state(), verdict)) {
            if (verdict != null && verdict.receipt() != null) {
                learn(verdict.receipt(), entry);
            }
            return new Recorded(isNew, false);
        }
        settled(entry, verdict);
        return new Recorded(isNew, true);
    }

    // A message has arrived about it, so it has left.
    private static Entry restored(Entry known) {
        return known.state() == PaymentState.PREPARED ? known.in(PaymentState.SENT, null) : known;
    }

    private void settled(Entry entry, Verdict verdict) {
        boolean isRepetition = false;
        if (verdict.receipt() != null) {
            isRepetition = confirm(verdict.receipt(), entry);
        } else if (verdict.state() == PaymentState.PAID && entry.traits().receiver() != null) {
            isRepetition = match(entry);
        }
        if (verdict.state() == PaymentState.FAILED) {
            group(entry).remove(entry.key());
        }
        notices.withdraw(
                Notice.Kind.PERSON,
                notice -> notice instanceof Notice.OfPerson person
                        && person.payment().reference().equals(entry.reference()));
        if (verdict.isToBeTold()) {
            Reference reference = entry.reference();
            if (verdict.outcome(reference) instanceof Unknown unknown) {
                notices.add(new Notice.OfPerson(++lastNotice, 0, NeedsPerson.of(unknown, entry.orderKey())), now());
            } else {
                addSettlement(entry, verdict, isRepetition);
            }
        }
    }

    private void addSettlement(Entry entry, Verdict verdict, boolean isRepetition) {
        if (isRepetition) {
            repetitions.put(entry.key(), Boolean.TRUE);
        } else {
            repetitions.remove(entry.key(), Boolean.TRUE);
        }
        Settled settled = Settled.of(verdict.outcome(entry.reference()), entry.orderKey(), isRepetition);
        notices.add(new Notice.OfSettlement(++lastNotice, 0, settled), now());
    }

    // A message names the receipt of a payment that was settled without.
    private void learn(String receipt, Entry entry) {
        Verdict settledBy = entry.settledBy().orElse(null);
        if (settledBy == null || settledBy.state() != PaymentState.PAID || settledBy.receipt() != null) {
            return;
        }
        notices.requireRoom(Notice.Kind.MONEY);
        put(entry.in(PaymentState.PAID, settledBy.with(receipt)));
        Optional<MemoryMoney.Match> matched = money.unmatch(entry.key());
        boolean isTold = confirm(receipt, entry);
        if (matched.map(MemoryMoney.Match::receipt).filter(receipt::equals).isEmpty()) {
            correct(entry, receipt, isTold);
            matched.map(MemoryMoney.Match::money)
                    .filter(other -> !money.matchWithPush(other))
                    .ifPresent(other -> tell(other.payment()));
        }
    }

    // Its settlement was written when its money was taken for other: one that waits says whether its money was told,
    // and
    // one that said so wrongly is told anew.
    private void correct(Entry entry, String receipt, boolean isRepetition) {
        Verdict verdict = find(entry.key())
                .flatMap(Entry::settledBy)
                .filter(Verdict::isToBeTold)
                .orElse(null);
        if (verdict == null || repetitions.get(entry.key()).isPresent() == isRepetition) {
            return;
        }
        boolean waits = notices.withdraw(
                Notice.Kind.SETTLEMENT,
                notice -> notice instanceof Notice.OfSettlement of
                        && of.settled().reference().equals(entry.reference()));
        if (waits || !isRepetition) {
            addSettlement(entry, verdict, isRepetition);
        } else {
            KnownReceipt.toldTwice(receipt);
        }
    }

    // Answers whether a listener has heard of this money, or may have.
    private boolean confirm(String receipt, Entry entry) {
        Optional<BigDecimal> amount =
                Optional.ofNullable(entry.traits().amount()).map(BigDecimal::new);
        receipts.putIfAbsent(receipt, amount)
                .ifPresent(known -> KnownReceipt.compare(receipt, known.orElse(null), amount.orElse(null)));
        withhold(receipt);
        money.confirm(receipt).ifPresent(other -> correct(other.push(), receipt, match(other.push())));
        return isTold(receipt);
    }

    // Answers whether a listener has heard of its money, or may have.
    private boolean match(Entry push) {
        Optional<MemoryMoney.Match> its = money.match(push);
        its.ifPresent(match -> withhold(match.receipt()));
        return its.filter(MemoryMoney.Match::wasTold).isPresent();
    }

    private void withhold(String receipt) {
        ofPayments.put(receipt, Boolean.TRUE);
        notices.withdraw(
                Notice.Kind.MONEY,
                notice -> notice instanceof Notice.OfMoney of
                        && of.payment().receipt().equals(receipt));
    }

    private boolean isTold(String receipt) {
        return toldMoney.get(receipt).isPresent();
    }

    @Override
    public synchronized boolean giveUp(String key, Verdict verdict) {
        Optional<Entry> entry = find(key).filter(known -> known.state() == PaymentState.PREPARED);
        entry.ifPresent(known -> {
            become(known, verdict.state(), verdict);
            settled(known, verdict);
        });
        return entry.isPresent();
    }

    @Override
    public synchronized Optional<Entry> find(String key) {
        return entries.get(key).or(() -> undecided.find(key));
    }

    @Override
    public synchronized Optional<Entry> named(Reference reference) {
        return names.get(nameOf(reference)).flatMap(entry -> find(entry.key())).or(() -> undecided.named(reference));
    }

    @Override
    public synchronized boolean hasRival(Entry entry) {
        return group(entry).stream().anyMatch(key -> !key.equals(entry.key()));
    }

    @Override
    public synchronized List<Entry> claim(int most, PauseOf pause) {
        List<Entry> claimed = new ArrayList<>();
        while (claimed.size() < most && !due.isEmpty() && !due.element().at().isAfter(now())) {
            find(due.remove().key()).filter(entry -> entry.state().isOpen()).ifPresent(entry -> {
                claimed.add(entry);
                Entry asked = entry.askedAgain();
                put(asked);
                due.add(new Due(entry.key(), now().plus(pause.after(asked))));
            });
        }
        return claimed;
    }

    @Override
    public synchronized boolean receive(CustomerPayment payment) {
        notices.requireRoom(Notice.Kind.MONEY);
        Optional<Optional<BigDecimal>> known = receipts.putIfAbsent(payment.receipt(), Optional.of(payment.amount()));
        known.ifPresent(first -> KnownReceipt.compare(payment.receipt(), first.orElse(null), payment.amount()));
        boolean isNew = known.isEmpty() && !money.matchWithPush(new MemoryMoney.Heard(payment, now()));
        if (isNew) {
            tell(payment);
        }
        return isNew;
    }

    private void tell(CustomerPayment payment) {
        boolean mayBePush = due.stream()
                .flatMap(open -> find(open.key()).stream())
                .anyMatch(
                        entry -> entry.traits().mayBe(payment) && entry.state().isOpen());
        Notice notice = new Notice.OfMoney(++lastNotice, 0, payment);
        ofPayments.remove(payment.receipt(), Boolean.TRUE);
        notices.add(isTold(payment.receipt()) ? notice.again() : notice, mayBePush ? now().plus(HELD_BACK) : now());
    }

    @Override
    public synchronized List<Notice> notices(int most, Set<Notice.Kind> kinds, Set<Long> underWay) {
        List<Notice> taken = notices.take(most, kinds, underWay);
        for (Notice notice : taken) {
            if (notice instanceof Notice.OfMoney of) {
                toldMoney.put(of.payment().receipt(), Boolean.TRUE);
            }
        }
        return taken;
    }

    @Override
    public synchronized void told(Notice notice) {
        // It was taken out when it was handed over, and may be here again because its listener was slow.
        notices.withdraw(notice.kind(), waiting -> waiting.id() == notice.id());
    }

    @Override
    public synchronized void tellLater(Notice notice, Duration pause) {
        if (!isPointless(notice)) {
            notices.add(notice.again(), now().plus(pause));
        }
    }

    // What happened while a listener had it.
    private boolean isPointless(Notice notice) {
        if (notice instanceof Notice.OfPerson of) {
            return named(of.payment().reference())
                    .filter(entry -> entry.state() != PaymentState.NEEDS_PERSON)
                    .isPresent();
        }
        return notice instanceof Notice.OfMoney of
                && ofPayments.get(of.payment().receipt()).isPresent();
    }

    @Override
    public synchronized Optional<Instant> take(String task, Duration every) {
        Instant next = nextRuns.getOrDefault(task, Instant.MIN);
        if (next.isAfter(now())) {
            return Optional.empty();
        }
        nextRuns.put(task, now().plus(every));
        return Optional.of(doneUntil.computeIfAbsent(task, first -> now()));
    }

    @Override
    public synchronized void done(String task, Instant until) {
        doneUntil.put(task, until);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
