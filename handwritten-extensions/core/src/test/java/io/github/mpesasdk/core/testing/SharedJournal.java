package io.github.mpesasdk.core.testing;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.journal.JournalException;
import io.github.mpesasdk.journal.Notice;
import io.github.mpesasdk.journal.Recorded;
import io.github.mpesasdk.journal.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A journal that several clients of a test share as processes share a database; it can go away, hang, and come back.
 */
public final class SharedJournal implements Journal {

    private final Journal kept = Journal.inMemory();
    private volatile boolean isAway;
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private volatile Duration neglected = Duration.ZERO;

    /** It cannot be used any more. */
    public void goAway() {
        isAway = true;
    }

    /** A thread that uses it does not return. */
    public void hang() {
        hanging = new CountDownLatch(1);
    }

    /** It can be used again. */
    public void comeBack() {
        isAway = false;
        hanging.countDown();
    }

    /** As if no process had been up for so long before each of its tasks. */
    public void neglectedFor(Duration time) {
        neglected = time;
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public TokenStore tokenStore() {
        return kept.tokenStore();
    }

    private <T> T use(Supplier<T> work) {
        try {
            hanging.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (isAway) {
            throw new JournalException("the database is away", new IOException("away"));
        }
        return work.get();
    }

    @Override
    public Book book(String owner) {
        Book book = kept.book(owner);
        return new Book() {
            @Override
            public String digest(String personal) {
                return book.digest(personal);
            }

            @Override
            public boolean prepare(Entry entry) {
                return use(() -> book.prepare(entry));
            }

            @Override
            public boolean send(String key, Duration pause) {
                return use(() -> book.send(key, pause));
            }

            @Override
            public void accept(String key, Reference reference, Map<String, String> repeats) {
                use(() -> {
                    book.accept(key, reference, repeats);
                    return true;
                });
            }

            @Override
            public Recorded record(Entry entry, Event event, @Nullable Verdict verdict) {
                return use(() -> book.record(entry, event, verdict));
            }

            @Override
            public boolean giveUp(String key, Verdict verdict) {
                return use(() -> book.giveUp(key, verdict));
            }

            @Override
            public Optional<Entry> find(String key) {
                return use(() -> book.find(key));
            }

            @Override
            public Optional<Entry> named(Reference reference) {
                return use(() -> book.named(reference));
            }

            @Override
            public boolean hasRival(Entry entry) {
                return use(() -> book.hasRival(entry));
            }

            @Override
            public List<Entry> claim(int most, PauseOf pause) {
                return use(() -> book.claim(most, pause));
            }

            @Override
            public boolean receive(CustomerPayment payment) {
                return use(() -> book.receive(payment));
            }

            @Override
            public List<Notice> notices(int most, Set<Notice.Kind> kinds, Set<Long> underWay) {
                return use(() -> book.notices(most, kinds, underWay));
            }

            @Override
            public void told(Notice notice) {
                use(() -> {
                    book.told(notice);
                    return true;
                });
            }

            @Override
            public void tellLater(Notice notice, Duration pause) {
                use(() -> {
                    book.tellLater(notice, pause);
                    return true;
                });
            }

            @Override
            public Optional<Instant> take(String task, Duration every) {
                return use(() -> book.take(task, every)).map(since -> since.minus(neglected));
            }

            @Override
            public void done(String task, Instant until) {
                book.done(task, until);
            }

            @Override
            public Instant now() {
                return book.now();
            }
        };
    }
}
