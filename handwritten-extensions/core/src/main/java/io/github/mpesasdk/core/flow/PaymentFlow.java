package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.callback.CallbackToken;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.transport.CallOptions;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.core.transport.SafeListener;
import io.github.mpesasdk.runtime.Calls;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How a payment goes, in every market: what the caller said is completed and checked, the payment is remembered, sent
 * once, acknowledged, and settled by whatever tells its outcome first: the answer, a callback, or a question.
 * Thread-safe.
 *
 * @param <E> the callback types of the market
 */
public final class PaymentFlow<E> implements Calls, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    // A wait that is over must be told so even if every thread of the client is busy.
    private static final Duration GRACE = Duration.ofMillis(250);
    private static final String CLOSED = "The client was closed.";

    private final Market<E> market;
    private final HttpInvoker transport;
    private final Connections connections;
    private final FlowSettings settings;
    private final MpesaListener listener;
    private final OpenCalls<E> calls;
    private final Lookalikes lookalikes;
    private final CallbackTokens tokens;
    private final Preparation<E> preparation;
    private final Questions<E> questions;
    private final CallbackReceiver<E> receiver;
    private final PlainCalls plainCalls;
    private final Set<OutcomeWait> waits = ConcurrentHashMap.newKeySet();

    public PaymentFlow(Market<E> market, HttpInvoker transport, Connections connections, FlowSettings settings) {
        this.market = market;
        this.transport = transport;
        this.connections = connections;
        this.settings = settings;
        this.listener = new SafeListener(settings.listener());
        this.calls = new OpenCalls<>(settings.clock());
        this.lookalikes = new Lookalikes(settings.clock());
        this.tokens = new CallbackTokens(market.scope(), settings.keys());
        this.preparation = new Preparation<>(market, transport, settings, tokens);
        this.questions = new Questions<>(preparation, transport, connections, calls, settings);
        this.plainCalls = new PlainCalls(market, preparation);
        this.receiver = new CallbackReceiver<>(market, tokens, calls, listener);
    }

    @Override
    public <Q extends WireRecord, A> Payment<A> pay(String call, Operation<Q, A> operation, Draft.Content content) {
        Prepared<Q> prepared = preparation.of(call, operation, content);
        OpenPayment payment = open(call, operation, prepared);
        try {
            A answer = transport.with(prepared.options(payment::heardCallback)).invoke(operation, prepared.request());
            return accepted(operation, prepared, payment, answer);
        } catch (RuntimeException error) {
            failed(payment, error);
            throw error;
        }
    }

    @Override
    public <Q extends WireRecord, A> CompletableFuture<Payment<A>> payAsync(
            String call, Operation<Q, A> operation, Draft.Content content) {
        try {
            Prepared<Q> prepared = preparation.of(call, operation, content);
            OpenPayment payment = open(call, operation, prepared);
            return transport
                    .with(prepared.options(payment::heardCallback))
                    .invokeAsync(operation, prepared.request())
                    .whenComplete((answer, error) -> {
                        if (error != null) {
                            failed(payment, Failures.cause(error));
                        }
                    })
                    .thenApply(answer -> accepted(operation, prepared, payment, answer));
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    @Override
    public <Q extends WireRecord, A> A send(String call, Operation<Q, A> operation, Draft.Content content) {
        Prepared<Q> prepared = preparation.of(call, operation, content);
        return transport.with(plainly(prepared)).invoke(operation, prepared.request());
    }

    @Override
    public <Q extends WireRecord, A> CompletableFuture<A> sendAsync(
            String call, Operation<Q, A> operation, Draft.Content content) {
        try {
            Prepared<Q> prepared = preparation.of(call, operation, content);
            return transport.with(plainly(prepared)).invokeAsync(operation, prepared.request());
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private static CallOptions plainly(Prepared<?> prepared) {
        return prepared.options(() -> false);
    }

    @Override
    public String msisdn(String written) {
        return market.msisdn(written);
    }

    // Before the send: callbacks can overtake answers.
    private OpenPayment open(String call, Operation<?, ?> operation, Prepared<?> prepared) {
        OpenPayment payment = new OpenPayment(
                operation.id(),
                prepared.reference(),
                prepared.order().orElse(null),
                Expected.of(operation, prepared.fields(), new JsonObject()),
                Reason.of(Reason.Kind.PROCESSING, "It was sent; no answer has arrived yet."));
        if (calls.add(prepared.key(), payment).isPresent()) {
            String field = prepared.reference().field();
            throw new InvalidInputException(
                    call,
                    List.of(new Violation(
                            prepared.idWord(),
                            field.isEmpty() ? prepared.idWord() : field,
                            "is that of a payment that was sent before: an id can pay once")));
        }
        market.search(
                        operation,
                        prepared.fields(),
                        prepared.reference(),
                        settings.clock().instant())
                .ifPresent(search -> payment.searchedBy(
                        new LostAndFound(() -> search.run(asker()), lookalikes.with(search.looks(), payment))));
        return payment;
    }

    private Search.Asker<E> asker() {
        return new Search.Asker<>() {
            @Override
            public <Q extends WireRecord, A, T> CompletableFuture<T> ask(Inquiry<E, Q, A, T> inquiry) {
                return questions.askAsync(inquiry, settings.answerPatience(), nobody -> {});
            }
        };
    }

    // Of a payment that was not sent, or was refused, nothing more is to come.
    private void failed(OpenPayment payment, Throwable error) {
        if (error instanceof UnknownOutcomeException lost) {
            payment.note(Reason.of(
                    Reason.Kind.PROCESSING,
                    "Its answer was lost or settles nothing: "
                            + lost.code().map(code -> code.meaning()).orElse("no usable answer came.")));
        } else {
            calls.forget(payment);
            payment.search().ifPresent(search -> search.lookalikes().forget(payment));
        }
    }

    private <A> Payment<A> accepted(Operation<?, A> operation, Prepared<?> prepared, OpenPayment payment, A answer) {
        try {
            JsonObject fields = operation.answerAdapter().toJsonTree(answer).getAsJsonObject();
            Reference reference = market.referenceOf(operation, fields, prepared.reference());
            payment.accepted(reference, Expected.of(operation, prepared.fields(), fields));
            calls.name(payment, reference);
            market.reader()
                    .outcomes()
                    .ofAnswer(operation, fields, reference)
                    .ifPresent(outcome -> offer(payment, outcome));
        } catch (RuntimeException defect) {
            // The gateway has accepted it: whatever it wrote besides, nobody must think that nothing was sent.
            LOG.log(WARNING, "{0}: an acceptance could not be read further: {1}", operation, defect.getClass());
            payment.accepted(prepared.reference(), Expected.NOTHING);
        }
        return new OngoingPayment<>(this, answer, payment);
    }

    private void offer(OpenPayment payment, Outcome outcome) {
        if (payment.offer(outcome)) {
            calls.settled(payment);
            listener.settled(payment.outcome(), payment.order());
        }
    }

    /** Asks on the caller's thread; the answer is there at once, or comes by callback. */
    public <Q extends WireRecord, A, T> Query<T> ask(Inquiry<E, Q, A, T> inquiry) {
        return questions.ask(inquiry);
    }

    /** Asks without holding a thread. */
    public <Q extends WireRecord, A, T> CompletableFuture<T> askAsync(Inquiry<E, Q, A, T> inquiry) {
        return questions.askAsync(inquiry, Questions.LONGEST_PATIENCE, nobody -> {});
    }

    /**
     * Sends one operation from a JSON object of wire names, on the caller's thread, with the same rules.
     *
     * @param input it is not changed
     * @return the answer, by wire names
     */
    public JsonObject call(String operationId, JsonObject input) {
        return call(transport, operationId, input);
    }

    /** The same through another invoker, for an API that does not authorize all operations alike. */
    public JsonObject call(Invoker invoker, String operationId, JsonObject input) {
        return plainCalls.call(invoker, operationId, input);
    }

    /** Reads what was posted, judges where it comes from, and hands it to whatever waits for it. */
    public Received<E> receive(String addressOrPath, String body) {
        return receiver.receive(addressOrPath, body);
    }

    /**
     * An address to register once for all messages of a kind, with a token that proves it where a callback key is set.
     *
     * @param kind what its messages are about, as the market names it
     */
    public URI lastingAddress(String kind, URI base) {
        settings.addressCheck().accept(base);
        return tokens.lasting(base, kind);
    }

    /** What became of a payment of this client, of another process, or of an earlier life of this one. */
    public Outcome find(Reference reference, Duration limit) {
        return await(known(reference), limit, Duration.ZERO);
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> findAsync(Reference reference, Duration limit) {
        return start(known(reference), limit, Duration.ZERO);
    }

    private OpenPayment known(Reference reference) {
        connections.requireOpen();
        if (!reference.market().equals(market.name())) {
            throw new InvalidInputException(
                    "find", "reference", "must be one of " + market.name() + ", is one of " + reference.market());
        }
        return calls.named(reference.value()).orElseGet(() -> {
            OpenPayment payment = new OpenPayment(
                    reference.operation(),
                    reference,
                    null,
                    Expected.NOTHING,
                    Reason.of(Reason.Kind.NO_CALLBACK, "No callback of it has arrived in this process."));
            return proofOf(reference)
                    .map(key -> calls.add(key, payment))
                    .orElseGet(() -> calls.addNamed(payment))
                    .orElse(payment);
        });
    }

    // A callback that this process has yet to hear proves itself with what names the payment.
    private Optional<String> proofOf(Reference reference) {
        return market.proof() == Market.Proof.ID
                ? Optional.of(reference.value())
                : tokens.in(reference.value()).map(CallbackToken::text);
    }

    Outcome await(OpenPayment payment, Duration limit) {
        return await(payment, limit, settings.pollAfter());
    }

    CompletableFuture<Outcome> awaitAsync(OpenPayment payment, Duration limit) {
        return start(payment, limit, settings.pollAfter());
    }

    private Outcome await(OpenPayment payment, Duration limit, Duration pollAfter) {
        OutcomeWait wait = wait(payment);
        CompletableFuture<Outcome> result = start(wait, limit, pollAfter);
        try {
            // Both are cut to what a long can hold, for a limit may be for ever.
            long most = Math.min(TimeUnit.NANOSECONDS.convert(limit), Long.MAX_VALUE - GRACE.toNanos());
            return result.get(most + GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            wait.stop("The thread that waited was interrupted.");
            return payment.outcome();
        } catch (ExecutionException | TimeoutException late) {
            return payment.outcome();
        }
    }

    private CompletableFuture<Outcome> start(OpenPayment payment, Duration limit, Duration pollAfter) {
        return start(wait(payment), limit, pollAfter);
    }

    private OutcomeWait wait(OpenPayment payment) {
        return new OutcomeWait(
                payment, () -> poll(payment), said -> offer(payment, said), connections.executor(), waits::remove);
    }

    private CompletableFuture<Outcome> start(OutcomeWait wait, Duration limit, Duration pollAfter) {
        waits.add(wait);
        CompletableFuture<Outcome> result = wait.start(limit, pollAfter);
        if (connections.isClosed()) {
            wait.stop(CLOSED);
        }
        return result;
    }

    private CompletableFuture<Outcome> poll(OpenPayment payment) {
        StatusQuestion<E> question = market.question(payment.reference());
        if (question instanceof StatusQuestion.CannotAsk<E> cannot) {
            Optional<LostAndFound> search = payment.search();
            if (search.isPresent()) {
                return search.get().look(payment);
            }
            throw new CannotAskException(cannot.why());
        }
        Inquiry<E, ?, ?, Outcome> inquiry = ((StatusQuestion.CanAsk<E>) question).inquiry();
        return questions.askAsync(inquiry, settings.answerPatience(), outcome -> offer(payment, outcome));
    }

    /** Ends every wait, with what is known. */
    @Override
    public void close() {
        connections.close();
        questions.close();
        Set.copyOf(waits).forEach(wait -> wait.stop(CLOSED));
    }

    @Override
    public String toString() {
        return "PaymentFlow[" + market.name() + "]";
    }
}
