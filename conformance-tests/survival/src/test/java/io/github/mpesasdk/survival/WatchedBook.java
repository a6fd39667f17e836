package io.github.mpesasdk.survival;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.Recorded;
import io.github.mpesasdk.journal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The book of one shop, with a checkpoint before, in and after each step that changes it. */
final class WatchedBook implements Book {

    private final Book book;
    private final Checkpoints checkpoints;
    private final Pause pause;
    private final String shop;
    private final Map<String, String> orders = new ConcurrentHashMap<>();

    /** Whether this machine just now takes nothing over: its rounds happen to be a little later. */
    interface Pause {
        boolean isOn();
    }

    WatchedBook(Book book, Checkpoints checkpoints, Pause pause, String shop) {
        this.book = book;
        this.checkpoints = checkpoints;
        this.pause = pause;
        this.shop = shop;
    }

    private <T> T step(
            @Nullable Point before, Point inTransaction, Point after, @Nullable String order, Supplier<T> step) {
        if (before != null) {
            checkpoints.pass(before, order);
        }
        checkpoints.nextCommit(inTransaction, order);
        try {
            T result = step.get();
            checkpoints.pass(after, order);
            return result;
        } finally {
            checkpoints.noCommit();
        }
    }

    @Override
    public String digest(String personal) {
        return book.digest(personal);
    }

    @Override
    public boolean prepare(Entry entry) {
        if (entry.orderKey() != null) {
            orders.put(entry.key(), entry.orderKey());
        }
        return step(
                Point.PREPARE_BEFORE,
                Point.PREPARE_IN_TRANSACTION,
                Point.PREPARE_AFTER,
                entry.orderKey(),
                () -> book.prepare(entry));
    }

    @Override
    public boolean send(String key, Duration pauseAfter) {
        String order = orders.get(key);
        checkpoints.pass(Point.SEND_BEFORE, order);
        boolean mayLeave = book.send(key, pauseAfter);
        checkpoints.pass(Point.SEND_AFTER, order);
        return mayLeave;
    }

    @Override
    public void accept(String key, Reference reference, Map<String, String> repeats) {
        step(Point.ACCEPT_BEFORE, Point.ACCEPT_IN_TRANSACTION, Point.ACCEPT_AFTER, orders.get(key), () -> {
            book.accept(key, reference, repeats);
            return true;
        });
    }

    @Override
    public Recorded record(Entry entry, Event event, @Nullable Verdict verdict) {
        Supplier<Recorded> step = () -> book.record(entry, event, verdict);
        return switch (event.kind()) {
            case ACKNOWLEDGEMENT ->
                step(null, Point.ACKNOWLEDGEMENT_IN_TRANSACTION, Point.ACKNOWLEDGEMENT_AFTER, entry.orderKey(), step);
            case CALLBACK ->
                step(
                        Point.CALLBACK_BEFORE,
                        Point.CALLBACK_IN_TRANSACTION,
                        Point.CALLBACK_AFTER,
                        entry.orderKey(),
                        step);
            case ANSWER ->
                step(Point.ANSWER_BEFORE, Point.ANSWER_IN_TRANSACTION, Point.ANSWER_AFTER, entry.orderKey(), step);
            case REFUSAL, DECISION -> step.get();
        };
    }

    @Override
    public boolean giveUp(String key, Verdict verdict) {
        return book.giveUp(key, verdict);
    }

    @Override
    public Optional<Entry> find(String key) {
        return book.find(key);
    }

    @Override
    public Optional<Entry> named(Reference reference) {
        return book.named(reference);
    }

    @Override
    public boolean hasRival(Entry entry) {
        return book.hasRival(entry);
    }

    @Override
    public List<Entry> claim(int most, PauseOf pauseOf) {
        if (pause.isOn()) {
            return List.of();
        }
        try {
            List<Entry> claimed = book.claim(most, entry -> {
                checkpoints.nextCommit(Point.CLAIM_IN_TRANSACTION, entry.orderKey());
                return pauseOf.after(entry);
            });
            claimed.forEach(entry -> checkpoints.pass(Point.CLAIM_AFTER, entry.orderKey()));
            return claimed;
        } finally {
            checkpoints.noCommit();
        }
    }

    @Override
    public boolean receive(CustomerPayment payment) {
        return step(
                Point.RECEIVE_BEFORE,
                Point.RECEIVE_IN_TRANSACTION,
                Point.RECEIVE_AFTER,
                payment.reference().orElse(null),
                () -> book.receive(payment));
    }

    @Override
    public List<Notice> notices(int most, Set<Notice.Kind> kinds, Set<Long> underWay) {
        if (pause.isOn()) {
            return List.of();
        }
        List<Notice> notices = book.notices(most, kinds, underWay);
        if (!notices.isEmpty()) {
            checkpoints.pass(Point.NOTICES_AFTER, shop);
        }
        return notices;
    }

    @Override
    public void told(Notice notice) {
        step(null, Point.TOLD_IN_TRANSACTION, Point.TOLD_AFTER, shop, () -> {
            book.told(notice);
            return true;
        });
    }

    @Override
    public void tellLater(Notice notice, Duration pauseBefore) {
        book.tellLater(notice, pauseBefore);
    }

    @Override
    public Optional<Instant> take(String task, Duration every) {
        // Only here have several shops one short code in common; one of them compares.
        return shop.equals(Scenarios.TILL) ? book.take(task, every) : Optional.empty();
    }

    @Override
    public void done(String task, Instant until) {
        book.done(task, until);
    }

    @Override
    public Instant now() {
        return book.now();
    }
}
