package io.github.mpesasdk.core.transport;

import static java.lang.System.Logger.Level.DEBUG;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.WireRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One call: what to send, and what to do after each send. There are exactly two reasons for a second send: the gateway
 * rejected the token and therefore did nothing, or the operation moves nothing and its answer was of no use. Holds no
 * thread: {@link BlockingCall} and {@link AsyncCall} drive it.
 */
final class Exchange<A extends WireRecord> {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    // Not RandomGenerator.getDefault(), which an image made by jlink lacks.
    private static final Random RANDOM = new Random();

    private final Connections connections;
    private final Operation<?, A> operation;
    private final HttpRequests requests;
    private final MoneyRules<A> rules;
    private final Authorizer authorizer;
    private final RetryPolicy retries;
    private final CallOptions options;
    private int attempts;
    private int rejections;
    private boolean needsOwnConnection;

    Exchange(
            Connections connections,
            Operation<?, A> operation,
            HttpRequests requests,
            MoneyRules<A> rules,
            Authorizer authorizer,
            RetryPolicy retries,
            CallOptions options) {
        this.connections = connections;
        this.operation = operation;
        this.requests = requests;
        this.rules = rules;
        this.authorizer = authorizer;
        this.retries = retries;
        this.options = options;
    }

    /** What comes next. */
    sealed interface Next<A extends WireRecord> {

        /** The call is over. */
        record Done<A extends WireRecord>(Accepted<A> accepted) implements Next<A> {}

        /** The call is over, and failed. */
        record Failed<A extends WireRecord>(MpesaException error) implements Next<A> {}

        /** Send again after a pause, with a token asked for anew. */
        record Again<A extends WireRecord>(Duration pause, MpesaException otherwise) implements Next<A> {}

        /** Nothing was sent: the same over another connection. */
        record OtherConnection<A extends WireRecord>() implements Next<A> {}

        /** Nothing was done: send with the token that comes; if none comes, that is how the call ends. */
        record WithToken<A extends WireRecord>(CompletableFuture<AccessToken> token, MpesaException otherwise)
                implements Next<A> {}
    }

    /** The token to send with; empty for an operation that needs none. */
    Optional<CompletableFuture<AccessToken>> token() {
        return operation.security() == Security.BEARER || operation.security() == Security.IN_BODY
                ? Optional.of(authorizer.token(operation.effect()))
                : Optional.empty();
    }

    /** One send, prepared. */
    final class Send {

        private final @Nullable AccessToken token;
        private final SendGuard guard;

        Send(@Nullable AccessToken token) {
            this.token = token;
            this.guard = new SendGuard(
                    needsOwnConnection ? SendGuard.Route.ALONE : connections.route(operation, requests.address()),
                    connections.executor());
        }

        /** The HTTP call to make. */
        Call call() {
            String authorization = operation.security() == Security.BASIC
                    ? authorizer.basic()
                    : operation.security() == Security.BEARER && token != null ? "Bearer " + token.value() : null;
            Call call = connections.client(guard.route()).newCall(requests.next(authorization, token, guard));
            guard.guard(call);
            Duration limit = options.timeout();
            if (limit != null) {
                call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
            }
            return call;
        }

        /** What comes next after it waited too long for its turn; empty if it may have left. */
        Optional<Next<A>> afterWaiting() {
            return guard.giveUp()
                    ? Optional.of(next(rules.ofLoss(new InterruptedIOException("no turn in time"), false), null))
                    : Optional.empty();
        }

        /** What comes next after an answer. */
        Next<A> after(Response response) {
            guard.over();
            LOG.log(DEBUG, "{0}: HTTP {1}", operation, response.code());
            connections.learn(requests.address(), guard);
            Decision<A> decision;
            Duration retryAfter = seconds(guard.retryAfter());
            guard.onTheWire();
            try (response) {
                Answer answer =
                        new Answer(response.code(), RawCall.read(response).readUtf8());
                decision = rules.of(answer, proof(), link(), rejections);
                heed(decision);
            } catch (IOException cutShort) {
                decision = rules.ofLoss(cutShort, true);
            } catch (RuntimeException defect) {
                // The request has left; whatever goes wrong from here on, the caller must hear of it.
                decision = rules.ofDefect(defect);
            } finally {
                guard.offTheWire();
            }
            return next(decision, retryAfter);
        }

        // What the request proves itself with: a gateway that echoes it must not put it into a message.
        private @Nullable String proof() {
            if (token != null) {
                return token.value();
            }
            return operation.security() == Security.BASIC ? BasicSecret.in(authorizer.basic()) : null;
        }

        private Link link() {
            if (guard.tiesAnswer()) {
                return Link.PROVEN;
            }
            return connections.keptForAll() ? Link.TRUSTED : Link.OPEN;
        }

        private void heed(Decision<A> decision) {
            Set<Decision.Doubt> doubts = decision instanceof Decision.Failure<A> failed ? failed.doubts() : Set.of();
            if (doubts.contains(Decision.Doubt.CONNECTION)) {
                guard.distrustConnection();
                needsOwnConnection = true;
            }
            if (doubts.contains(Decision.Doubt.SHARING) && guard.sharesConnection()) {
                connections.shareNoMore(requests.address());
            }
            // A session in the body is refused in the gateway's words alone, which may say anything.
            boolean mayBeTheSession = operation.security() == Security.IN_BODY && decision instanceof Decision.Failure;
            if (token != null && (mayBeTheSession || doubts.contains(Decision.Doubt.TOKEN))) {
                authorizer.distrust(token);
            }
        }

        /** What comes next after the SDK itself broke down. */
        Next<A> afterDefect(Throwable defect) {
            guard.over();
            return next(rules.ofDefect(defect), null);
        }

        /** What comes next after no answer came. */
        Next<A> after(IOException loss) {
            guard.over();
            LOG.log(DEBUG, "{0}: {1}", operation, loss.getClass().getSimpleName());
            if (guard.wasTurnedAway() && !needsOwnConnection) {
                needsOwnConnection = true;
                return new Next.OtherConnection<>();
            }
            // What stands there instead of an answer may be the rest of an earlier one: a stray line break is enough.
            if (loss instanceof ProtocolException && guard.sharesConnection()) {
                connections.shareNoMore(requests.address());
            }
            return next(rules.ofLoss(loss, guard.mayHaveArrived()), null);
        }

        private Next<A> next(Decision<A> decision, @Nullable Duration retryAfter) {
            attempts++;
            if (decision instanceof Decision.Done<A> done) {
                return new Next.Done<>(done.accepted());
            }
            if (decision instanceof Decision.TokenRejected<A> rejected) {
                return afterRejection(rejected);
            }
            Decision.Failure<A> failed = (Decision.Failure<A>) decision;
            boolean mayRepeat = failed.transientTrouble() && operation.effect().isRepeatable();
            return mayRepeat
                    ? retries.pauseAfter(attempts, retryAfter, RANDOM)
                            .<Next<A>>map(pause -> new Next.Again<>(pause, failed.error()))
                            .orElseGet(() -> new Next.Failed<>(failed.error()))
                    : new Next.Failed<>(failed.error());
        }

        private Next<A> afterRejection(Decision.TokenRejected<A> rejected) {
            if (token == null) {
                return new Next.Failed<>(rejected.otherwise());
            }
            Optional<CompletableFuture<AccessToken>> another = authorizer.afterRejection(token, ++rejections);
            return rejected.mayRepeat() && another.isPresent()
                    ? new Next.WithToken<>(another.get(), rejected.otherwise())
                    : new Next.Failed<>(rejected.otherwise());
        }
    }

    /** The error that ends the call instead of a send; empty if the request may leave. */
    Optional<MpesaException> barred() {
        if (rejections > 0 && rules.wasOvertaken()) {
            return Optional.of(rules.overtaken());
        }
        try {
            return options.mayLeave().getAsBoolean()
                    ? Optional.empty()
                    : Optional.of(rejections > 0 ? rules.overtaken() : rules.givenUp());
        } catch (MpesaException error) {
            return Optional.of(error);
        }
    }

    MoneyRules<A> rules() {
        return rules;
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
