package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import okhttp3.OkHttpClient;

/**
 * Carries operations over HTTP with the money rules of the specs. Immutable and thread-safe; the rules themselves are
 * in {@link Exchange}, which lives for one call.
 */
public final class HttpInvoker implements Invoker, AutoCloseable {

    private final OkHttpClient client;
    private final BaseUrl base;
    private final Dialect dialect;
    private final Authorizer authorizer;
    private final RetryPolicy retries;

    /**
     * An invoker for one gateway and one credential.
     *
     * @param client one of {@link HttpClients#oneSendPerCall}; any other could send a payment twice
     */
    public HttpInvoker(OkHttpClient client, BaseUrl base, Dialect dialect, Authorizer authorizer, RetryPolicy retries) {
        if (!client.networkInterceptors().contains(SendMark.INTERCEPTOR)) {
            throw new IllegalArgumentException("the client must come from HttpClients.oneSendPerCall");
        }
        this.client = client;
        this.base = base;
        this.dialect = dialect;
        this.authorizer = authorizer;
        this.retries = retries;
    }

    @Override
    public <Q extends WireRecord, A> CompletableFuture<A> invokeAsync(Operation<Q, A> operation, Q request) {
        try {
            request.check();
            HttpRequests requests = requests(operation, request);
            Verdicts<A> verdicts = new Verdicts<>(operation, dialect, requests);
            return new Exchange<>(client, operation, requests, verdicts, authorizer, retries).start();
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private <Q extends WireRecord> HttpRequests requests(Operation<Q, ?> operation, Q request) {
        return new HttpRequests(
                base,
                operation,
                dialect,
                operation.requestAdapter().toJsonTree(request).getAsJsonObject());
    }

    @Override
    public <Q extends WireRecord, A> A invoke(Operation<Q, A> operation, Q request) {
        CompletableFuture<A> answer = invokeAsync(operation, request);
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interruption(operation, request, interrupted);
        }
    }

    // The request is on its way and stays there; only the caller stops waiting.
    private <Q extends WireRecord> MpesaException interruption(
            Operation<Q, ?> operation, Q request, InterruptedException cause) {
        Incident incident = Verdicts.incident(dialect, operation, requests(operation, request));
        return operation.effect() == Effect.MONEY
                ? new UnknownOutcomeException(incident, cause)
                : new NoAnswerException(incident, cause);
    }

    private static RuntimeException unwrapped(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        if (cause instanceof RuntimeException error) {
            // The stack shall show where the caller called, not only where the answer was read.
            error.addSuppressed(new CallSite());
            return error;
        }
        return new IllegalStateException("a defect of the SDK", cause);
    }

    /** Lets running calls end and frees the threads of this client; a shared connection pool stays open. */
    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
    }

    /** Marks the caller's place in the stack of an error that arose on another thread. */
    private static final class CallSite extends Exception {
        private static final long serialVersionUID = 1L;

        CallSite() {
            super("called from here");
        }
    }
}
