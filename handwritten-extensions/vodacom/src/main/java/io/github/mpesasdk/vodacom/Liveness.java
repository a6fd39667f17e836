package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.core.transport.Timer;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import io.github.mpesasdk.vodacomapi.api.TransactionsApi;
import io.github.mpesasdk.vodacomapi.api.TransactionsApi.QueryTransactionStatusInput;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Proves that a new session is live. The gateway may refuse one for half a minute, and a payment must not be what finds
 * out: so the status of a transaction that nobody made is asked for, again and again if need be. Any answer but the one
 * that refuses the session is the proof.
 *
 * @param patience for how long a session that is refused is tried again; zero to take it unproven
 * @param invokers a transport that authorizes itself so
 * @param executor whose threads the pauses end on
 */
record Liveness(
        VodacomSettings settings, Duration patience, Function<Authorizer, Invoker> invokers, Executor executor) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    // For a client that was told no short code; the question need not find anything.
    private static final String ANY_SHORT_CODE = "000000";

    /** The session, once it is live; ends with a refusal if it does not become so in time. */
    CompletableFuture<AccessToken> prove(AccessToken session) {
        return patience.isZero()
                ? CompletableFuture.completedFuture(session)
                : prove(session, System.nanoTime(), FIRST_PAUSE);
    }

    private CompletableFuture<AccessToken> prove(AccessToken session, long openedAt, Duration pause) {
        return ask(session)
                .<Throwable>handle((answer, failure) -> failure == null ? null : Failures.cause(failure))
                .thenCompose(failure -> {
                    if (failure == null || isAnswer(failure)) {
                        return CompletableFuture.completedFuture(session);
                    }
                    if (!isRefusal(failure)) {
                        return CompletableFuture.failedFuture(failure);
                    }
                    Duration left = patience.minusNanos(System.nanoTime() - openedAt);
                    return left.isNegative() || left.isZero()
                            ? CompletableFuture.failedFuture(neverLive((MpesaException) failure))
                            : Timer.after(shorter(pause, left), executor)
                                    .thenCompose(nothing ->
                                            prove(session, openedAt, shorter(pause.multipliedBy(2), LONGEST_PAUSE)));
                });
    }

    private CompletableFuture<?> ask(AccessToken session) {
        String shortCode = settings.serviceProvider();
        return new TransactionsApi(invokers.apply(Authorizer.fixed(session)))
                .queryTransactionStatusAsync(QueryTransactionStatusInput.builder()
                        .queryReference(anyId())
                        .country(settings.market().country())
                        .serviceProviderCode(shortCode == null ? ANY_SHORT_CODE : shortCode)
                        .thirdPartyConversationId(anyId())
                        .build());
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof MpesaException error && error.httpStatus().isPresent() && !isRefusal(failure);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof MpesaException error
                && error.code().filter(code -> code.kind() == CodeKind.TOKEN).isPresent();
    }

    private RefusedException neverLive(MpesaException refused) {
        Incident incident = refused.incident();
        return new RefusedException(Incident.of(VodacomDialect.MARKET, SessionApi.GET_SESSION.id())
                .withAnswer(incident.httpStatus().orElseThrow(), null)
                .withCode(
                        incident.code().orElseThrow(),
                        incident.words().orElse(null),
                        incident.requestId().orElse(null))
                .withTrouble("The session was opened, and the gateway did not take it within " + patience.toSeconds()
                        + " seconds. Nothing else was sent."));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    // The gateway takes no hyphens.
    private static String anyId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
