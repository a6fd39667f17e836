package io.github.mpesasdk.core.transport;

import static java.lang.System.Logger.Level.DEBUG;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Security;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One call: get a token, send, judge, and perhaps once more. There are exactly two reasons for a second send: the
 * gateway rejected the token and therefore did nothing, or the operation moves nothing and its answer was of no use.
 */
final class Exchange<A> {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    // Real answers have a few hundred bytes; a megabyte is an error page or an attack.
    private static final long LARGEST_BODY = 1 << 20;
    // Each finding removes one from the pool, so this many in a row are a defect of the network.
    private static final int MOST_DEAD_CONNECTIONS = 10;
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final OkHttpClient client;
    private final Operation<?, A> operation;
    private final HttpRequests requests;
    private final Verdicts<A> verdicts;
    private final Authorizer authorizer;
    private final RetryPolicy retries;

    private int attempts;
    private int deadConnections;
    private int rejections;

    Exchange(
            OkHttpClient client,
            Operation<?, A> operation,
            HttpRequests requests,
            Verdicts<A> verdicts,
            Authorizer authorizer,
            RetryPolicy retries) {
        this.client = client;
        this.operation = operation;
        this.requests = requests;
        this.verdicts = verdicts;
        this.authorizer = authorizer;
        this.retries = retries;
    }

    CompletableFuture<A> start() {
        return switch (operation.security()) {
            case NONE -> send(null, null);
            case BASIC -> send(authorizer.basic(), null);
            case BEARER, IN_BODY -> authorizer.token().thenCompose(this::sendWith);
        };
    }

    private CompletableFuture<A> sendWith(AccessToken token) {
        boolean isHeader = operation.security() == Security.BEARER;
        return send(isHeader ? "Bearer " + token.value() : null, token);
    }

    private CompletableFuture<A> send(@Nullable String authorization, @Nullable AccessToken token) {
        attempts++;
        return transmit(authorization, token);
    }

    private CompletableFuture<A> transmit(@Nullable String authorization, @Nullable AccessToken token) {
        SendMark mark = new SendMark();
        CompletableFuture<Heard<A>> heard = new CompletableFuture<>();
        client.newCall(requests.next(authorization, token, mark)).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    heard.complete(hear(response, mark, token));
                } catch (Throwable defect) {
                    // The request has left; whatever goes wrong from here on, the caller must hear of it.
                    heard.complete(new Heard<>(verdicts.ofDefect(defect), null));
                }
            }

            @Override
            public void onFailure(Call call, IOException loss) {
                LOG.log(DEBUG, "{0}: {1}", operation, loss.getClass().getSimpleName());
                heard.complete(new Heard<>(verdicts.ofLoss(loss, mark.mayHaveArrived()), null));
            }
        });
        return heard.thenCompose(what -> mark.needsAnotherConnection() && deadConnections++ < MOST_DEAD_CONNECTIONS
                ? transmit(authorization, token)
                : follow(what.verdict(), token, what.retryAfter()));
    }

    private record Heard<A>(
            Verdicts.Verdict<A> verdict, @Nullable Duration retryAfter) {}

    private Heard<A> hear(Response response, SendMark mark, @Nullable AccessToken token) {
        LOG.log(DEBUG, "{0}: HTTP {1}", operation, response.code());
        try {
            Answer answer = new Answer(response.code(), read(response), seconds(mark.retryAfter()));
            return new Heard<>(verdicts.of(answer, token), answer.retryAfter());
        } catch (IOException cutShort) {
            return new Heard<>(verdicts.ofLoss(cutShort, true), null);
        }
    }

    private CompletableFuture<A> follow(
            Verdicts.Verdict<A> verdict, @Nullable AccessToken token, @Nullable Duration retryAfter) {
        if (verdict instanceof Verdicts.Verdict.Done<A> done) {
            return CompletableFuture.completedFuture(done.answer());
        }
        if (verdict instanceof Verdicts.Verdict.TokenRejected<A> rejected) {
            return token == null
                    ? CompletableFuture.failedFuture(rejected.otherwise())
                    : authorizer
                            .afterRejection(token, ++rejections)
                            .map(next -> next.thenCompose(this::sendWith))
                            .orElseGet(() -> CompletableFuture.failedFuture(rejected.otherwise()));
        }
        Verdicts.Verdict.Failure<A> failed = (Verdicts.Verdict.Failure<A>) verdict;
        if (!failed.transientTrouble() || !operation.effect().isRepeatable()) {
            return CompletableFuture.failedFuture(failed.error());
        }
        return repeatAfterPause(failed.error(), retryAfter);
    }

    private CompletableFuture<A> repeatAfterPause(MpesaException error, @Nullable Duration retryAfter) {
        Optional<Duration> pause = retries.pauseAfter(attempts, retryAfter, RANDOM);
        if (pause.isEmpty()) {
            return CompletableFuture.failedFuture(error);
        }
        return CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(pause.get().toNanos(), TimeUnit.NANOSECONDS))
                .thenCompose(nothing -> start());
    }

    private static String read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        Buffer buffer = new Buffer();
        while (buffer.size() <= LARGEST_BODY) {
            if (source.read(buffer, LARGEST_BODY) == -1) {
                return buffer.readUtf8();
            }
        }
        throw new ProtocolException("the answer is larger than " + LARGEST_BODY + " bytes");
    }

    // The other form is a date; nobody has seen a gateway send one.
    private static @Nullable Duration seconds(@Nullable String retryAfter) {
        try {
            return retryAfter == null ? null : Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.trim())));
        } catch (NumberFormatException date) {
            return null;
        }
    }
}
