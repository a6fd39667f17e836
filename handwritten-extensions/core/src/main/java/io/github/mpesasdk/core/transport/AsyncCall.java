package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.runtime.WireRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Drives an {@link Exchange} without holding the caller's thread. */
final class AsyncCall<A extends WireRecord> {

    private final Exchange<A> exchange;
    private final Executor executor;
    private final Duration patience;

    /**
     * Prepares a call.
     *
     * @param patience how long to wait for a token that somebody else is fetching
     */
    AsyncCall(Exchange<A> exchange, Executor executor, Duration patience) {
        this.exchange = exchange;
        this.executor = executor;
        this.patience = patience;
    }

    CompletableFuture<Accepted<A>> start() {
        Optional<CompletableFuture<AccessToken>> token = exchange.token();
        return token.isPresent() ? inTime(token.get()).thenCompose(this::leave) : leave(null);
    }

    private CompletableFuture<AccessToken> inTime(CompletableFuture<AccessToken> token) {
        if (token.isDone()) {
            return token;
        }
        CompletableFuture<AccessToken> inTime = token.copy();
        Future<?> late = Timer.run(
                patience,
                executor,
                () -> inTime.completeExceptionally(exchange.rules().notConnected(new TimeoutException())));
        return inTime.whenComplete((got, failure) -> late.cancel(false));
    }

    private CompletableFuture<Accepted<A>> again(Exchange.Next.WithToken<A> next) {
        return inTime(next.token())
                .exceptionallyCompose(none -> {
                    next.otherwise().addSuppressed(Failures.cause(none));
                    return CompletableFuture.failedFuture(next.otherwise());
                })
                .thenCompose(this::leave);
    }

    private CompletableFuture<Accepted<A>> leave(@Nullable AccessToken token) {
        Optional<MpesaException> barred = exchange.barred();
        return barred.isPresent() ? CompletableFuture.failedFuture(barred.get()) : send(token);
    }

    @SuppressWarnings("CatchingUnchecked") // Listeners in Kotlin throw checked exceptions, too.
    private CompletableFuture<Accepted<A>> send(@Nullable AccessToken token) {
        Exchange<A>.Send send = exchange.new Send(token);
        CompletableFuture<Exchange.Next<A>> next = new CompletableFuture<>();
        try {
            enqueue(send, next);
        } catch (Exception | Error listener) {
            // A listener of the caller's broke down before the call had begun.
            next.complete(send.after(new IOException(listener.getClass().getName(), listener)));
        }
        return next.thenCompose(what -> follow(what, token));
    }

    private void enqueue(Exchange<A>.Send send, CompletableFuture<Exchange.Next<A>> next) {
        Call call = send.call();
        // The limit of a call runs from its turn, and its turn may never come while others hold all of them.
        Future<?> late = Timer.run(patience, executor, () -> send.afterWaiting().ifPresent(what -> {
            next.complete(what);
            call.cancel();
        }));
        var unused = next.whenComplete((what, never) -> late.cancel(false));
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) {
                next.complete(guarded(send, () -> send.after(response)));
            }

            @Override
            public void onFailure(Call failed, IOException loss) {
                next.complete(guarded(send, () -> send.after(loss)));
            }
        });
    }

    // A future that is never completed holds its caller for ever, so nothing may escape here.
    @SuppressWarnings("CatchingUnchecked")
    private static <A extends WireRecord> Exchange.Next<A> guarded(
            Exchange<A>.Send send, Supplier<Exchange.Next<A>> reading) {
        try {
            return reading.get();
        } catch (Exception | Error defect) {
            return send.afterDefect(defect);
        }
    }

    private CompletableFuture<Accepted<A>> follow(Exchange.Next<A> next, @Nullable AccessToken token) {
        if (next instanceof Exchange.Next.Done<A> done) {
            return CompletableFuture.completedFuture(done.accepted());
        }
        if (next instanceof Exchange.Next.Failed<A> failed) {
            return CompletableFuture.failedFuture(failed.error());
        }
        if (next instanceof Exchange.Next.WithToken<A> withToken) {
            return again(withToken);
        }
        if (next instanceof Exchange.Next.Again<A> again) {
            return Timer.after(again.pause(), executor).thenCompose(nothing -> start());
        }
        return send(token);
    }
}
