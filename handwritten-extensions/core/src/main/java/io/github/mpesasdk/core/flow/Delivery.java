package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Notice;
import java.time.Duration;
import java.util.List;

/**
 * Hands notices to the caller's listeners, at least once each: a notice is done when its listener has returned. One
 * that throws hears it again, later and later.
 */
final class Delivery implements Rounds.Work {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    // What is taken has to be told before its lease is over, and a listener may take its time.
    private static final int AT_ONCE = 1;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Book book;
    private final Listeners listeners;

    Delivery(Book book, Listeners listeners) {
        this.book = book;
        this.listeners = listeners;
    }

    @Override
    public boolean round() {
        List<Notice> notices = book.notices(AT_ONCE, listeners.kinds());
        notices.forEach(this::tell);
        return notices.size() == AT_ONCE;
    }

    @SuppressWarnings("CatchingUnchecked") // Listeners in Kotlin throw checked exceptions, too.
    private void tell(Notice notice) {
        try {
            listeners.tell(notice);
        } catch (Exception | Error mistake) {
            LOG.log(
                    WARNING,
                    "a listener threw {0}; it is told again, for the {1}. time",
                    mistake.getClass().getName(),
                    notice.attempts() + 2);
            book.tellLater(notice, pauseAfter(notice.attempts()));
            return;
        }
        book.told(notice);
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
