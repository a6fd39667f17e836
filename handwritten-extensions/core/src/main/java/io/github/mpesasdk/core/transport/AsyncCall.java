package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.AccessToken;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Drives an {@link Exchange} without holding the caller's thread. */
final class AsyncCall<A> {

    private final Exchange<A> exchange;
    private final Executor executor;

    AsyncCall(Exchange<A> exchange, Executor executor) {
        this.exchange = exchange;
        this.executor = executor;
    }

    CompletableFuture<A> start() {
        return exchange.token().map(token -> token.thenCompose(this::send)).orElseGet(() -> send(null));
    }

    private CompletableFuture<A> send(@Nullable AccessToken token) {
        Exchange<A>.Send send = exchange.new Send(token);
        CompletableFuture<Exchange.Next<A>> next = new CompletableFuture<>();
        send.call().enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                next.complete(send.after(response));
            }

            @Override
            public void onFailure(Call call, IOException loss) {
                next.complete(send.after(loss));
            }
        });
        return next.thenCompose(what -> follow(what, token));
    }

    private CompletableFuture<A> follow(Exchange.Next<A> next, @Nullable AccessToken token) {
        if (next instanceof Exchange.Next.Done<A> done) {
            return CompletableFuture.completedFuture(done.answer());
        }
        if (next instanceof Exchange.Next.Failed<A> failed) {
            return CompletableFuture.failedFuture(failed.error());
        }
        if (next instanceof Exchange.Next.WithToken<A> withToken) {
            return withToken.token().thenCompose(this::send);
        }
        if (next instanceof Exchange.Next.Again<A> again) {
            return Timer.after(again.pause(), executor).thenCompose(nothing -> start());
        }
        return send(token);
    }
}
