package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackToken;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.core.transport.CallOptions;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.core.transport.SafeListener;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Verdict;
import io.github.mpesasdk.runtime.Calls;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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
    // A settlement of this process is told at once; this is for those of others.
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final Duration GRACE_TO_TELL = Duration.ofSeconds(5);

    private final Market<E> market;
    private final HttpInvoker transport;
    private final Connections connections;
    private final FlowSettings settings;
    private final MpesaListener listener;
    private final OpenCalls<E> calls;
    private final Bookkeeper bookkeeper;
    private final List<Rounds> rounds;
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
        this.tokens = new CallbackTokens(market.scope(), settings.keys());
        Journal journal = settings.journal();
        Book book = journal.book(market.scope() + "/" + merchant());
        boolean isHeard = !settings.listeners().kinds().isEmpty();
        Rounds delivery = new Rounds(
                "telling listeners", connections.executor(), TELL_EVERY, new Delivery(book, settings.listeners()));
        this.bookkeeper = new Bookkeeper(
                market.name(),
                book,
                journal.isDurable() || isHeard || market.searches(),
                journal.isDurable(),
                settings.reconciling().after(),
                isHeard ? delivery::soon : () -> {});
        this.preparation = new Preparation<>(market, transport, settings, tokens, book::digest);
        this.questions = new Questions<>(preparation, transport, connections, calls, settings);
        this.plainCalls = new PlainCalls(market, preparation);
        this.receiver = new CallbackReceiver<>(market, tokens, calls, bookkeeper, this::revived, listener);
        this.rounds = rounds(isHeard, delivery);
        rounds.forEach(Rounds::soon);
    }

    private String merchant() {
        String name = settings.journalName() != null
                ? settings.journalName()
                : market.merchant().orElse("");
        if (name.isEmpty() && settings.journal().isDurable()) {
            throw new InvalidInputException(
                    market.builder(),
                    "journalAs",
                    "is needed beside journal(...): this client has no short code that says whose payments they are");
        }
        return name;
    }

    private List<Rounds> rounds(boolean isHeard, Rounds delivery) {
        List<Rounds> all = new ArrayList<>();
        Reconciling reconciling = settings.reconciling();
        if (isHeard) {
            all.add(delivery);
        }
        if (reconciling.isOn() && (isHeard || bookkeeper.isDurable())) {
            Reconciler reconciler = new Reconciler(bookkeeper, reconciling, this::revived, this::settleByAsking);
            all.add(new Rounds("reconciling", connections.executor(), Reconciler.ROUND, reconciler));
            market.comparison()
                    .map(way -> new Comparing<>(bookkeeper, way, asker(), reconciling.compareEvery()))
                    .ifPresent(comparing -> all.add(
                            new Rounds("comparing", connections.executor(), reconciling.compareCheck(), comparing)));
        }
        return all;
    }

    @Override
    public <Q extends WireRecord, A> Payment<A> pay(String call, Operation<Q, A> operation, Draft.Content content) {
        Prepared<Q> prepared = preparation.of(call, operation, content);
        OpenPayment payment = open(call, operation, prepared);
        try {
            A answer = transport.with(options(prepared, payment)).invoke(operation, prepared.request());
            return accepted(operation, prepared, payment, answer);
        } catch (RuntimeException error) {
            failed(payment, error);
            throw error;
        }
    }

    @Override
    public <Q extends WireRecord, A> CompletableFuture<Payment<A>> payAsync(
            String call, Operation<Q, A> operation, Draft.Content content) {
        // A journal on disk or on another machine would hold the caller's thread.
        return bookkeeper.isDurable()
                ? CompletableFuture.completedFuture(call)
                        .thenComposeAsync(now -> payNow(now, operation, content), connections.executor())
                : payNow(call, operation, content);
    }

    private <Q extends WireRecord, A> CompletableFuture<Payment<A>> payNow(
            String call, Operation<Q, A> operation, Draft.Content content) {
        try {
            Prepared<Q> prepared = preparation.of(call, operation, content);
            OpenPayment payment = open(call, operation, prepared);
            return transport
                    .with(options(prepared, payment))
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

    private CallOptions options(Prepared<?> prepared, OpenPayment payment) {
        return prepared.options(
                payment::heardCallback,
                () -> payment.entry().map(bookkeeper::maySend).orElse(true));
    }

    @Override
    public <Q extends WireRecord, A> A send(String call, Operation<Q, A> operation, Draft.Content content) {
        Prepared<Q> prepared = preparation.of(call, operation, content);
        return transport.with(prepared.plainly()).invoke(operation, prepared.request());
    }

    @Override
    public <Q extends WireRecord, A> CompletableFuture<A> sendAsync(
            String call, Operation<Q, A> operation, Draft.Content content) {
        try {
            Prepared<Q> prepared = preparation.of(call, operation, content);
            return transport.with(prepared.plainly()).invokeAsync(operation, prepared.request());
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    @Override
    public String msisdn(String written) {
        return market.msisdn(written);
    }

    // Before the send: callbacks can overtake answers.
    private OpenPayment open(String call, Operation<?, ?> operation, Prepared<?> prepared) {
        Expected expected = Expected.of(operation, prepared.fields(), new JsonObject());
        Entry entry = Entry.prepared(
                prepared.key(),
                prepared.reference(),
                prepared.order().orElse(null),
                prepared.traits(),
                expected.kept(operation),
                settings.clock().instant());
        OpenPayment payment = searched(OpenPayment.prepared(entry, expected), entry);
        if (calls.add(prepared.key(), payment).isPresent()) {
            throw Bookkeeper.usedBefore(call, prepared);
        }
        boolean isFirst;
        try {
            isFirst = bookkeeper.prepare(entry);
        } catch (NotJournaledException nothingSent) {
            calls.forget(payment);
            throw nothingSent;
        }
        if (!isFirst) {
            calls.forget(payment);
            throw Bookkeeper.usedBefore(call, prepared);
        }
        return payment;
    }

    private OpenPayment searched(OpenPayment payment, Entry entry) {
        market.search(entry, bookkeeper.book()::digest)
                .ifPresent(search -> payment.searchedBy(new LostAndFound(
                        () -> search.run(asker()), () -> bookkeeper.book().hasRival(entry))));
        return payment;
    }

    // The payment of an entry, as this process knows it.
    private OpenPayment revived(Entry entry) {
        return calls.payment(entry.key())
                .orElseGet(() -> searched(
                        OpenPayment.of(
                                entry,
                                market.operations().stream()
                                        .filter(known -> known.id().equals(entry.operation()))
                                        .findFirst()
                                        .map(operation -> Expected.of(operation, entry.repeats()))
                                        .orElse(Expected.NOTHING)),
                        entry));
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
            if (error instanceof MpesaException known) {
                payment.entry().ifPresent(entry -> bookkeeper.refused(entry, known));
            }
        }
    }

    private <A> Payment<A> accepted(Operation<?, A> operation, Prepared<?> prepared, OpenPayment payment, A answer) {
        try {
            JsonObject fields = operation.answerAdapter().toJsonTree(answer).getAsJsonObject();
            Reference reference = market.referenceOf(operation, fields, prepared.reference());
            payment.accepted(reference, Expected.of(operation, prepared.fields(), fields));
            calls.name(payment, reference);
            payment.entry()
                    .ifPresent(entry -> bookkeeper.accepted(
                            entry, reference, payment.expected().kept(operation)));
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
            payment.entry().ifPresent(entry -> bookkeeper.answered(entry, Event.Kind.ANSWER, payment.outcome()));
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
    public URI lastingAddress(String kind, @Nullable URI base) {
        if (base == null) {
            throw new InvalidInputException(kind, "address", "is null: give where messages are to be posted");
        }
        settings.addressCheck().accept(base);
        return tokens.lasting(base, kind);
    }

    /**
     * Closes a payment that needs a person, by what that person found out.
     *
     * @throws InvalidInputException if it does not need one
     */
    public Settled decide(Reference reference, Decision decision) {
        Entry entry = bookkeeper
                .held(reference)
                .filter(found -> found.state() == PaymentState.NEEDS_PERSON)
                .orElseThrow(() -> new InvalidInputException(
                        "decide", "reference", "must be that of a payment that needs a person, in this journal"));
        Verdict verdict = Verdict.decided(decision);
        if (!bookkeeper.decided(entry, verdict)) {
            throw new InvalidInputException("decide", "reference", "is of a payment that was settled meanwhile");
        }
        Outcome outcome = verdict.outcome(entry.reference());
        calls.payment(entry.key()).ifPresent(payment -> offer(payment, outcome));
        return Settled.of(outcome, entry.orderKey(), false);
    }

    /** What became of a payment of this client, of another process, or of an earlier life of this one. */
    public Outcome find(Reference reference, Duration limit) {
        return await(known(reference), limit, Duration.ZERO);
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> findAsync(Reference reference, Duration limit) {
        return start(known(reference), limit, Duration.ZERO);
    }

    private OpenPayment known(@Nullable Reference reference) {
        connections.requireOpen();
        if (reference == null) {
            throw new InvalidInputException("find", "reference", "is null: give that of a payment");
        }
        if (!reference.market().equals(market.name())) {
            throw new InvalidInputException(
                    "find", "reference", "must be one of " + market.name() + ", is one of " + reference.market());
        }
        return calls.named(reference.value())
                .or(() -> bookkeeper.named(reference).map(this::remembered))
                .orElseGet(() -> {
                    OpenPayment payment = OpenPayment.named(reference);
                    return proofOf(reference)
                            .map(key -> calls.add(key, payment))
                            .orElseGet(() -> calls.addNamed(payment))
                            .orElse(payment);
                });
    }

    // Somebody waits for it: its callback may come to this process.
    private OpenPayment remembered(Entry entry) {
        OpenPayment payment = revived(entry);
        return calls.add(entry.key(), payment).orElse(payment);
    }

    // A callback that this process has yet to hear proves itself with what names the payment.
    private Optional<String> proofOf(Reference reference) {
        return market.proof() == Market.Proof.ID
                ? Optional.of(Fingerprint.of(reference.value()))
                : tokens.in(reference.value()).map(CallbackToken::text).map(Fingerprint::of);
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

    private CompletableFuture<Outcome> settleByAsking(OpenPayment payment) {
        return poll(payment).thenApply(outcome -> {
            offer(payment, outcome);
            return outcome;
        });
    }

    private CompletableFuture<Outcome> poll(OpenPayment payment) {
        Optional<Outcome> known = payment.entry()
                .flatMap(entry -> bookkeeper.find(entry.key()))
                .flatMap(Entry::settledBy)
                .map(verdict -> verdict.outcome(payment.reference()));
        if (known.isPresent()) {
            // Another machine has heard.
            return CompletableFuture.completedFuture(known.get());
        }
        StatusQuestion<E> question = market.question(payment.reference());
        if (question instanceof StatusQuestion.CannotAsk<E> cannot) {
            Optional<LostAndFound> search = payment.search();
            if (search.isPresent()) {
                return search.get().look(payment);
            }
            throw new CannotAskException(cannot.why());
        }
        Inquiry<E, ?, ?, Outcome> inquiry = ((StatusQuestion.CanAsk<E>) question).inquiry();
        String key = payment.entry().map(Entry::key).orElse(null);
        return questions.askAsync(inquiry.about(key), settings.answerPatience(), outcome -> offer(payment, outcome));
    }

    /** Ends every wait, with what is known. */
    @Override
    public void close() {
        rounds.forEach(round -> round.close(GRACE_TO_TELL));
        connections.close();
        questions.close();
        Set.copyOf(waits).forEach(wait -> wait.stop(CLOSED));
    }

    @Override
    public String toString() {
        return "PaymentFlow[" + market.name() + "]";
    }
}
