package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.runtime.WireRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Drives an {@link Exchange} on the caller's own thread. */
final class BlockingCall<A extends WireRecord> {

    private final Exchange<A> exchange;
    private final Duration patience;

    /**
     * Prepares a call.
     *
     * @param patience how long to wait for a token that somebody else is fetching
     */
    BlockingCall(Exchange<A> exchange, Duration patience) {
        this.exchange = exchange;
        this.patience = patience;
    }

    Accepted<A> run() {
        if (Thread.currentThread().isInterrupted()) {
            // What is sent now would be cut off at once, and nobody could tell how far it came.
            throw exchange.rules().notConnected(new InterruptedException("the thread was interrupted before"));
        }
        AccessToken token = await(exchange.token());
        requireWay();
        while (true) {
            Exchange.Next<A> next = send(token);
            while (next instanceof Exchange.Next.OtherConnection) {
                next = send(token);
            }
            if (next instanceof Exchange.Next.Done<A> done) {
                return done.accepted();
            }
            if (next instanceof Exchange.Next.Failed<A> failed) {
                throw failed.error();
            }
            if (next instanceof Exchange.Next.WithToken<A> withToken) {
                token = another(withToken);
            } else {
                pause((Exchange.Next.Again<A>) next);
                token = await(exchange.token());
            }
        }
    }

    private @Nullable AccessToken another(Exchange.Next.WithToken<A> next) {
        AccessToken token;
        try {
            token = await(Optional.of(next.token()));
        } catch (MpesaException none) {
            next.otherwise().addSuppressed(none);
            throw next.otherwise();
        }
        requireWay();
        return token;
    }

    private void requireWay() {
        Optional<MpesaException> barred = exchange.barred();
        if (barred.isPresent()) {
            throw barred.get();
        }
    }

    private Exchange.Next<A> send(@Nullable AccessToken token) {
        Exchange<A>.Send send = exchange.new Send(token);
        Response response;
        try {
            response = execute(send.call());
        } catch (IOException loss) {
            return send.after(loss);
        }
        return send.after(response);
    }

    /** Makes a call; whatever breaks is a loss, and an interrupt is not forgotten. */
    @SuppressWarnings("CatchingUnchecked") // Interceptors in Kotlin throw checked exceptions, and so does OkHttp.
    static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException loss) {
            throw loss;
        } catch (Exception | Error broken) {
            // OkHttp connects on another thread, and does not declare that its wait can be interrupted.
            if (broken instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            // Or an interceptor of the caller's broke down, perhaps behind the wire.
            throw new IOException(broken.getClass().getName(), broken);
        }
    }

    private static void pause(Exchange.Next.Again<?> again) {
        try {
            TimeUnit.NANOSECONDS.sleep(again.pause().toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw again.otherwise();
        }
    }

    private @Nullable AccessToken await(Optional<CompletableFuture<AccessToken>> token) {
        if (token.isEmpty()) {
            return null;
        }
        try {
            return token.get().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw Failures.fromElsewhere(failed);
        } catch (TimeoutException late) {
            throw exchange.rules().notConnected(late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw exchange.rules().notConnected(interrupted);
        }
    }
}
