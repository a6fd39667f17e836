package io.github.mpesasdk.core.transport;

import static java.lang.System.Logger.Level.WARNING;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.runtime.Checks;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries operations over HTTP with the money rules of the specs. A synchronous call runs on the caller's thread, an
 * asynchronous one on a thread of the client, of which at most 256 work at once, or more if the caller allows it.
 * Immutable and thread-safe; the rules themselves are in {@link MoneyRules}.
 */
public final class HttpInvoker implements Invoker {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final Connections connections;
    private final BaseUrl base;
    private final Dialect dialect;
    private final Authorizer authorizer;
    private final RetryPolicy retries;
    private final MpesaListener listener;
    private final CallOptions options;

    private HttpInvoker(
            Connections connections,
            BaseUrl base,
            Dialect dialect,
            Authorizer authorizer,
            RetryPolicy retries,
            MpesaListener listener,
            CallOptions options) {
        this.connections = connections;
        this.base = base;
        this.dialect = dialect;
        this.authorizer = authorizer;
        this.retries = retries;
        this.listener = listener;
        this.options = options;
    }

    /** An invoker for one gateway and one credential. */
    public HttpInvoker(
            Connections connections,
            BaseUrl base,
            Dialect dialect,
            Authorizer authorizer,
            RetryPolicy retries,
            MpesaListener listener) {
        this(connections, base, dialect, authorizer, retries, new SafeListener(listener), CallOptions.NONE);
    }

    /** The same invoker with what is particular to one call. */
    public HttpInvoker with(CallOptions particular) {
        return new HttpInvoker(connections, base, dialect, authorizer, retries, listener, particular);
    }

    @Override
    public <Q extends WireRecord, A extends WireRecord> A invoke(Operation<Q, A> operation, Q request) {
        return send(checked(operation, request)).answer();
    }

    @Override
    public <Q extends WireRecord, A extends WireRecord> CompletableFuture<A> invokeAsync(
            Operation<Q, A> operation, Q request) {
        try {
            return sendAsync(checked(operation, request)).thenApply(Accepted::answer);
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    /** Sends a request and judges its answer, on the caller's thread. */
    public <A extends WireRecord> Accepted<A> send(Checked<A> request) {
        Exchange<A> exchange = exchange(request);
        long start = begin(request.operation());
        try {
            Accepted<A> accepted = new BlockingCall<>(exchange, timeout()).run();
            end(request.operation(), start, null);
            return accepted;
        } catch (MpesaException error) {
            end(request.operation(), start, error);
            throw error;
        }
    }

    /** The same without holding a thread. */
    public <A extends WireRecord> CompletableFuture<Accepted<A>> sendAsync(Checked<A> request) {
        try {
            Exchange<A> exchange = exchange(request);
            long start = begin(request.operation());
            return new AsyncCall<>(exchange, connections.executor(), timeout())
                    .start()
                    .whenComplete((accepted, failure) -> end(request.operation(), start, failure));
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private <A extends WireRecord> Exchange<A> exchange(Checked<A> request) {
        connections.requireOpen();
        HttpRequests requests = new HttpRequests(base, request.operation(), dialect, request.fields());
        MoneyRules<A> rules = new MoneyRules<>(request.operation(), dialect, requests, options.callbackHeard());
        return new Exchange<>(connections, request.operation(), requests, rules, authorizer, retries, options);
    }

    /**
     * Makes sure that a request obeys its rules and can be written.
     *
     * @throws InvalidInputException naming everything that is wrong
     */
    public <Q extends WireRecord, A extends WireRecord> Checked<A> checked(
            Operation<Q, A> operation, @Nullable Q request) {
        connections.requireOpen();
        if (request == null) {
            throw new InvalidInputException("The input of " + operation.id(), "request", "is null: give a record");
        }
        List<Violation> broken = request.broken();
        JsonObject fields = isWritable(broken) ? operation.requestAdapter().toTree(request) : new JsonObject();
        return unlessBroken(operation, request, broken, fields);
    }

    /**
     * The same for a JSON object of wire names.
     *
     * @param fields they become what is sent, so from now on nobody may change them
     */
    public <Q extends WireRecord, A extends WireRecord> Checked<A> checked(
            Operation<Q, A> operation, JsonObject fields) {
        connections.requireOpen();
        Q request = operation.requestAdapter().of(fields);
        List<Violation> broken = request.broken();
        if (!isWritable(broken)) {
            return unlessBroken(operation, request, broken, new JsonObject());
        }
        operation.requestAdapter().normalize(fields, request);
        return unlessBroken(operation, request, broken, fields);
    }

    private <A extends WireRecord> Checked<A> unlessBroken(
            Operation<?, A> operation, WireRecord request, List<Violation> broken, JsonObject fields) {
        List<Violation> all = dialect.bodies().unwritable(fields);
        if (!broken.isEmpty()) {
            all = Stream.concat(broken.stream(), all.stream())
                    .distinct()
                    .filter(violation -> !(violation.liftable() && options.liftsDocumentedLimits()))
                    .toList();
        }
        if (!all.isEmpty()) {
            throw new InvalidInputException(request.getClass().getSimpleName(), all);
        }
        return new Checked<>(operation, fields);
    }

    // What breaks a rule may be too long to be written at all.
    private static boolean isWritable(List<Violation> broken) {
        for (Violation violation : broken) {
            if (violation.rule().equals(Checks.TOO_MANY_DIGITS)) {
                return false;
            }
        }
        return true;
    }

    private Duration timeout() {
        return options.timeout() != null ? options.timeout() : connections.timeout();
    }

    private long begin(Operation<?, ?> operation) {
        listener.sent(dialect.market(), operation.id());
        return System.nanoTime();
    }

    private void end(Operation<?, ?> operation, long start, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : Failures.cause(failure);
        MpesaException error = cause instanceof MpesaException known ? known : null;
        if (error instanceof UnknownOutcomeException) {
            LOG.log(WARNING, error.getMessage());
        }
        listener.answered(
                dialect.market(),
                operation.id(),
                Duration.ofNanos(System.nanoTime() - start),
                Optional.ofNullable(error));
    }
}
