package io.github.mpesasdk.core.token;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.TokenStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one token to everybody: fetched once however many ask at the same time, and replaced early. Kept in memory
 * and in the caller's store; what the store does wrong costs a fetch and no more. Thread-safe.
 */
public final class TokenCache {

    /** How long callers wait unless they have a limit of their own: no honest fetch takes longer, repeats included. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** A token this close to its end is not used any more: the request must still arrive in time. */
    static final Duration MARGIN = Duration.ofSeconds(60);

    private final GuardedStore store;
    private final TokenReader reader;
    private final Supplier<CompletableFuture<AccessToken>> fetch;
    private final Duration longestWait;
    private final LongSupplier nanoTime;
    private final Object lock = new Object();
    private @Nullable HeldToken held;
    private @Nullable String rejectedValue;
    private @Nullable Fetch underWay;

    /** One fetch that callers share; compared by identity. */
    private static final class Fetch {

        private final CompletableFuture<AccessToken> result = new CompletableFuture<>();
        // Completed by the first who tries again, so that a gateway that is down is not asked by each.
        private final CompletableFuture<AccessToken> next = new CompletableFuture<>();
        private final AtomicBoolean nextBegun = new AtomicBoolean();
        private final long startedAt;

        Fetch(long startedAt) {
            this.startedAt = startedAt;
        }
    }

    /**
     * A cache for one credential.
     *
     * @param key names market, host and credential; see {@link CredentialKey}
     * @param reader made the tokens that {@code fetch} brings
     * @param fetch asks the gateway for a new token; runs on the thread of the first caller who needs one
     * @param longestWait how long a caller waits for a token; a fetch that takes longer is given up. At most
     *     {@link #LONGEST_WAIT}
     */
    public TokenCache(
            String key,
            TokenStore store,
            TokenReader reader,
            Supplier<CompletableFuture<AccessToken>> fetch,
            Duration longestWait) {
        this(key, store, reader, fetch, longestWait, System::nanoTime);
    }

    TokenCache(
            String key,
            TokenStore store,
            TokenReader reader,
            Supplier<CompletableFuture<AccessToken>> fetch,
            Duration longestWait,
            LongSupplier nanoTime) {
        this.store = new GuardedStore(key, store);
        this.reader = reader;
        this.fetch = fetch;
        this.longestWait = longestWait.compareTo(LONGEST_WAIT) < 0 ? longestWait : LONGEST_WAIT;
        this.nanoTime = nanoTime;
    }

    /** A token that is good for a while. Callers at the same moment share one fetch. */
    public CompletableFuture<AccessToken> current() {
        return get(null, true);
    }

    /**
     * A token other than the one that the gateway just rejected. Callers with the same rejected token share one fetch.
     */
    public CompletableFuture<AccessToken> replace(AccessToken rejected) {
        drop(rejected);
        return get(rejected.value(), true);
    }

    /** Forgets a token that may be bad, so that the next caller gets another. */
    public void drop(AccessToken doubtful) {
        synchronized (lock) {
            rejectedValue = doubtful.value();
            if (held != null && held.token().value().equals(doubtful.value())) {
                held = null;
            }
        }
        store.remove(doubtful);
    }

    private CompletableFuture<AccessToken> get(@Nullable String unwelcome, boolean mayTryAgain) {
        Fetch shared;
        boolean leads = false;
        synchronized (lock) {
            if (held != null && isGood(held)) {
                return CompletableFuture.completedFuture(held.token());
            }
            if (underWay == null || isOverdue(underWay)) {
                underWay = new Fetch(nanoTime.getAsLong());
                leads = true;
            }
            shared = underWay;
        }
        if (leads) {
            loadOrFetch(shared);
        }
        Fetch waitedAlong = mayTryAgain && !leads ? shared : null;
        return shared.result
                .copy()
                .orTimeout(longestWait.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(failure -> afterFailure(failure, unwelcome, waitedAlong))
                .thenCompose(token -> waitedAlong != null && token.value().equals(unwelcome)
                        // It was rejected while it was on its way.
                        ? again(waitedAlong, unwelcome)
                        : CompletableFuture.completedFuture(token));
    }

    private CompletableFuture<AccessToken> afterFailure(
            Throwable failure, @Nullable String unwelcome, @Nullable Fetch waitedAlong) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return CompletableFuture.failedFuture(
                    reader.noToken("No token came within " + longestWait.toSeconds() + " seconds.", cause));
        }
        // The trouble of the caller who fetched, such as an interrupt, is not that of those who waited along; what the
        // gateway refuses, it refuses to all.
        boolean forAll = cause instanceof RefusedException || cause instanceof InvalidInputException;
        return waitedAlong == null || forAll ? CompletableFuture.failedFuture(cause) : again(waitedAlong, unwelcome);
    }

    private CompletableFuture<AccessToken> again(Fetch waitedAlong, @Nullable String unwelcome) {
        CompletableFuture<AccessToken> next = waitedAlong.next;
        if (waitedAlong.nextBegun.compareAndSet(false, true)) {
            var unused = get(unwelcome, false).whenComplete((token, failure) -> {
                if (token != null) {
                    next.complete(token);
                } else {
                    next.completeExceptionally(failure);
                }
            });
        }
        return next.copy();
    }

    /** Runs without the lock: store and gateway take their time, and nobody else must be held up meanwhile. */
    private void loadOrFetch(Fetch fetching) {
        Optional<AccessToken> stored = store.load().filter(this::isUsable);
        if (stored.isPresent()) {
            finish(fetching, stored.get());
            return;
        }
        try {
            var unused = fetch.get().whenComplete((token, failure) -> {
                if (token != null) {
                    keepAndFinish(fetching, token);
                } else {
                    fail(fetching, failure == null ? new IllegalStateException("a fetch brought nothing") : failure);
                }
            });
        } catch (RuntimeException | Error failure) {
            fail(fetching, failure);
        }
    }

    private boolean isUsable(AccessToken stored) {
        synchronized (lock) {
            // A store that rounds times does not recognise the token that it shall remove, and still has it.
            return !stored.value().equals(rejectedValue)
                    && reader.canBeSent(stored)
                    && isGood(known(stored).orElseGet(() -> heldNow(stored)));
        }
    }

    /** The token in memory if it is this one: what memory knows of its age, a store does not. */
    private Optional<HeldToken> known(AccessToken token) {
        return Optional.ofNullable(held).filter(one -> one.token().value().equals(token.value()));
    }

    private HeldToken heldNow(AccessToken token) {
        return HeldToken.of(token, reader.now(), nanoTime.getAsLong());
    }

    private boolean isGood(HeldToken token) {
        return token.livesBetween(MARGIN, reader.longestLife(), reader.now(), nanoTime.getAsLong());
    }

    private boolean isOverdue(Fetch fetching) {
        return nanoTime.getAsLong() - fetching.startedAt > longestWait.toNanos();
    }

    private void keepAndFinish(Fetch fetching, AccessToken fetched) {
        if (isGood(heldNow(fetched))) {
            store.save(fetched);
        }
        synchronized (lock) {
            if (fetched.value().equals(rejectedValue)) {
                // The gateway hands it out again, so it is good again.
                rejectedValue = null;
            }
        }
        finish(fetching, fetched);
    }

    private void finish(Fetch fetching, AccessToken token) {
        synchronized (lock) {
            HeldToken now = heldNow(token);
            // Given up, it may come after a newer one.
            boolean newest = fetching.equals(underWay) || held == null;
            if (newest && isGood(now) && !token.value().equals(rejectedValue)) {
                held = now;
            }
            forget(fetching);
        }
        fetching.result.complete(token);
    }

    private void fail(Fetch fetching, Throwable failure) {
        synchronized (lock) {
            forget(fetching);
        }
        fetching.result.completeExceptionally(failure);
    }

    private void forget(Fetch fetching) {
        if (fetching.equals(underWay)) {
            underWay = null;
        }
    }
}
