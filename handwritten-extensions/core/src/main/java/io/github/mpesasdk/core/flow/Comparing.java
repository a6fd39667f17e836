package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.CustomerPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Compares from time to time what the gateway lists with what its messages told, on one machine for all: money of which
 * no message came is handed on all the same.
 */
final class Comparing<E> implements Rounds.Work {

    private static final String TASK = "comparison";
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    // Lists reach back two days.
    private static final Duration OLDEST = Duration.ofHours(47);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Bookkeeper bookkeeper;
    private final Comparison<E> comparison;
    private final Search.Asker<E> asker;
    private final Duration every;
    private final Duration rest;
    private @Nullable Instant failedAt;

    /** @param check how often each machine looks whether it is its turn */
    Comparing(Bookkeeper bookkeeper, Comparison<E> comparison, Search.Asker<E> asker, Duration every, Duration check) {
        this.bookkeeper = bookkeeper;
        this.comparison = comparison;
        this.asker = asker;
        this.every = every;
        this.rest = every.plus(check.multipliedBy(2));
    }

    @Override
    public boolean round() {
        if (!rests()) {
            bookkeeper.book().take(TASK, every).ifPresent(this::compare);
        }
        return false;
    }

    // A machine that cannot read the list leaves the next turn to those that perhaps can.
    private boolean rests() {
        if (failedAt == null) {
            return false;
        }
        Instant now = bookkeeper.book().now();
        return !now.isBefore(failedAt) && now.isBefore(failedAt.plus(rest));
    }

    private void compare(Instant since) {
        failedAt = bookkeeper.book().now();
        // A message may still be on its way; and a list may be behind.
        Instant until = failedAt.minus(every.dividedBy(2));
        Instant oldest = until.minus(OLDEST);
        Instant from = since.minus(OVERLAP);
        received(from.isBefore(oldest) ? oldest : from, until).forEach(bookkeeper::received);
        bookkeeper.book().done(TASK, until);
        failedAt = null;
    }

    private List<CustomerPayment> received(Instant from, Instant until) {
        try {
            return comparison.between(from, until, asker).get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the list of payments could not be read", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the list of payments was not read to its end", interrupted);
        }
    }
}
