package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.core.transport.Accepted;
import io.github.mpesasdk.core.transport.CallOptions;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.core.transport.SafeListener;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.runtime.Asking;
import io.github.mpesasdk.runtime.Calls;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a payment goes, in every market: what the caller said is completed and checked, the payment is remembered, sent
 * once, acknowledged, and settled by whatever tells its outcome first: the answer, a callback, or a question.
 * Thread-safe.
 *
 * @param <E> the callback types of the market
 */
public final class PaymentFlow<E> implements Calls, AutoCloseable {

    // A settlement of this process is told at once; this is for those of others.
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final Duration CATCH_UP_EVERY = Duration.ofSeconds(1);
    private static final Duration GRACE_TO_TELL = Duration.ofSeconds(5);

    private final Market<E> market;
    private final HttpInvoker transport;
    private final Connections connections;
    private final FlowSettings settings;
    private final CallbackTokens tokens;
    private final Bookkeeper bookkeeper;
    private final UnderWay underWay = new UnderWay();
    private final KnownPayments<E> payments;
    private final Waits<E> waits;
    private final Delivery delivery;
    private final Rounds telling;
    private final List<Rounds> rounds;
    private final Preparation<E> preparation;
    private final Questions<E> questions;
    private final CallbackReceiver<E> receiver;
    private final PlainCalls plainCalls;

    public PaymentFlow(Market<E> market, HttpInvoker transport, Connections connections, FlowSettings settings) {
        this.market = market;
        this.transport = transport;
        this.connections = connections;
        this.settings = settings;
        MpesaListener listener = new SafeListener(settings.listener());
        OpenCalls<E> calls = new OpenCalls<>(settings.clock());
        this.tokens = new CallbackTokens(market.scope(), settings.keys());
        Journal journal = settings.journal();
        Book book = journal.book(market.scope() + "/" + merchant());
        boolean isHeard = !settings.listeners().kinds().isEmpty();
        this.delivery = new Delivery(book, settings.listeners(), connections.executor());
        this.telling = new Rounds("telling listeners", connections.executor(), TELL_EVERY, delivery);
        this.bookkeeper = new Bookkeeper(
                market.name(),
                book,
                journal.isDurable() || isHeard || searches(market.incomingMoney()),
                journal.isDurable(),
                settings.reconciling().after(),
                isHeard ? telling::soon : () -> {},
                new BoundedWait(connections.executor()));
        this.preparation =
                new Preparation<>(market, transport, settings, tokens, bookkeeper.isUsed() ? book::digest : null);
        this.questions = new Questions<>(preparation, transport, connections, calls, settings);
        this.plainCalls = new PlainCalls(market, preparation, underWay);
        this.payments = new KnownPayments<>(market, tokens, calls, bookkeeper, listener, settings.clock(), asker());
        this.waits = new Waits<>(market, connections, payments, bookkeeper, questions, settings.answerPatience());
        this.receiver =
                new CallbackReceiver<>(market, tokens, calls, underWay, bookkeeper, payments::revived, listener);
        this.rounds = rounds(isHeard);
        for (Rounds round : rounds) {
            round.soon();
        }
    }

    private static boolean searches(Optional<? extends IncomingMoney<?>> money) {
        return money.isPresent() && money.get().searches();
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

    private List<Rounds> rounds(boolean isHeard) {
        List<Rounds> all = new ArrayList<>();
        Reconciling reconciling = settings.reconciling();
        if (isHeard) {
            all.add(telling);
        }
        if (bookkeeper.isDurable()) {
            all.add(new Rounds("writing the journal", connections.executor(), CATCH_UP_EVERY, bookkeeper::catchUp));
        }
        if (reconciling.isOn() && (isHeard || bookkeeper.isDurable())) {
            Reconciler reconciler = new Reconciler(bookkeeper, reconciling, payments::revived, waits::settleByAsking);
            all.add(new Rounds("reconciling", connections.executor(), Reconciler.ROUND, reconciler));
            market.incomingMoney()
                    .flatMap(IncomingMoney::comparison)
                    .map(way -> new Comparing<>(
                            bookkeeper, way, asker(), reconciling.compareEvery(), reconciling.compareCheck()))
                    .ifPresent(comparing -> all.add(
                            new Rounds("comparing", connections.executor(), reconciling.compareCheck(), comparing)));
        }
        return all;
    }

    @Override
    public <Q extends WireRecord, A extends WireRecord> Payment<A> pay(
            String call, Operation<Q, A> operation, Draft.Content content) {
        Prepared<A> prepared = preparation.of(call, operation, content);
        OpenPayment payment = payments.open(call, operation, prepared);
        try (UnderWay.Sending sending = underWay.begin(prepared.key())) {
            Accepted<A> accepted =
                    transport.with(options(prepared, payment, sending)).send(prepared.request());
            return ongoing(operation, prepared, payment, accepted);
        } catch (RuntimeException error) {
            payments.failed(payment, error);
            throw error;
        }
    }

    @Override
    public <Q extends WireRecord, A extends WireRecord> CompletableFuture<Payment<A>> payAsync(
            String call, Operation<Q, A> operation, Draft.Content content) {
        try {
            Prepared<A> prepared = preparation.of(call, operation, content);
            // A journal on disk or on another machine would hold the caller's thread.
            return bookkeeper.isDurable()
                    ? CompletableFuture.completedFuture(prepared)
                            .thenComposeAsync(ready -> payAsync(call, operation, ready), connections.executor())
                    : payAsync(call, operation, prepared);
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private <A extends WireRecord> CompletableFuture<Payment<A>> payAsync(
            String call, Operation<?, A> operation, Prepared<A> prepared) {
        try {
            OpenPayment payment = payments.open(call, operation, prepared);
            return sent(prepared, payment)
                    .whenComplete((accepted, error) -> {
                        if (error != null) {
                            payments.failed(payment, Failures.cause(error));
                        }
                    })
                    .thenApply(accepted -> ongoing(operation, prepared, payment, accepted));
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private <A extends WireRecord> CompletableFuture<Accepted<A>> sent(Prepared<A> prepared, OpenPayment payment) {
        UnderWay.Sending sending = underWay.begin(prepared.key());
        try {
            return transport
                    .with(options(prepared, payment, sending))
                    .sendAsync(prepared.request())
                    .whenComplete((accepted, error) -> sending.close());
        } catch (RuntimeException nothingSent) {
            sending.close();
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    private <A extends WireRecord> Payment<A> ongoing(
            Operation<?, A> operation, Prepared<?> prepared, OpenPayment payment, Accepted<A> accepted) {
        payments.accepted(operation, prepared, payment, accepted.fields());
        return new OngoingPayment<>(this, accepted.answer(), payment);
    }

    private CallOptions options(Prepared<?> prepared, OpenPayment payment, UnderWay.Sending sending) {
        return prepared.options(
                () -> sending.isHeard() || payment.heardCallback(),
                () -> payment.entry().map(bookkeeper::maySend).orElse(true));
    }

    @Override
    public <Q extends WireRecord, A extends WireRecord> A send(
            String call, Operation<Q, A> operation, Draft.Content content) {
        Prepared<A> prepared = preparation.of(call, operation, content);
        return transport.with(prepared.plainly()).send(prepared.request()).answer();
    }

    @Override
    public <Q extends WireRecord, A extends WireRecord> CompletableFuture<A> sendAsync(
            String call, Operation<Q, A> operation, Draft.Content content) {
        try {
            Prepared<A> prepared = preparation.of(call, operation, content);
            return transport
                    .with(prepared.plainly())
                    .sendAsync(prepared.request())
                    .thenApply(Accepted::answer);
        } catch (RuntimeException nothingSent) {
            return CompletableFuture.failedFuture(nothingSent);
        }
    }

    @Override
    public String msisdn(String written) {
        return market.msisdn(written);
    }

    @Override
    public URI lastingAddress(String kind, URI address) {
        settings.addressCheck().accept(address);
        return tokens.lasting(address, kind);
    }

    /** Asks on the caller's thread; the answer is there at once, or comes by callback. */
    public <T> Query<T> ask(Inquiry<E, T> inquiry) {
        return questions.ask(inquiry);
    }

    /** Asks without holding a thread. */
    public <T> CompletableFuture<T> askAsync(Inquiry<E, T> inquiry) {
        return questions.askAsync(inquiry);
    }

    /** How a group of calls asks whose answers and callbacks tell the same. */
    public <T> Asking<T> asking(Function<Told, T> read) {
        return asking((call, operation, content) -> Inquiry.of(market.reader(), call, operation, content, read));
    }

    /** How a group of calls asks whose answers are read in a way of their own. */
    public <T> Asking<T> asking(Inquirer<E, T> inquirer) {
        return new GroupAsking<>(questions, inquirer);
    }

    /** How a group of calls asks what became of payments. */
    public Asking<Outcome> outcomes() {
        return new OutcomeAsking<>(market, questions);
    }

    /**
     * Sends one operation from a JSON object of wire names, on the caller's thread, with the same rules.
     *
     * @param input it is not changed
     * @return the answer, by wire names
     */
    public JsonObject call(String operationId, JsonObject input, CallSettings particular) {
        return call(operation -> transport, operationId, input, particular);
    }

    /** The same through other invokers, for an API that does not authorize all operations alike. */
    public JsonObject call(
            Function<Operation<?, ?>, HttpInvoker> route,
            String operationId,
            JsonObject input,
            CallSettings particular) {
        return plainCalls.call(route, operationId, input, particular);
    }

    /** Reads what was posted, judges where it comes from, and hands it to whatever waits for it. */
    public Received<E> receive(String addressOrPath, String body) {
        return receiver.receive(addressOrPath, body);
    }

    /** What became of a payment of this client, of another process, or of an earlier life of this one. */
    public Outcome find(Reference reference, Duration limit) {
        return waits.await(named(reference), limit, Duration.ZERO);
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> findAsync(Reference reference, Duration limit) {
        return bookkeeper.isDurable()
                ? CompletableFuture.completedFuture(reference)
                        .thenComposeAsync(
                                name -> waits.start(named(name), limit, Duration.ZERO), connections.executor())
                : waits.start(named(reference), limit, Duration.ZERO);
    }

    private OpenPayment named(@Nullable Reference reference) {
        connections.requireOpen();
        return payments.named(reference);
    }

    private Search.Asker<E> asker() {
        return new Search.Asker<>() {
            @Override
            public <T> CompletableFuture<T> ask(Inquiry<E, T> inquiry) {
                return questions.askAsync(inquiry, settings.answerPatience(), nobody -> {});
            }
        };
    }

    /**
     * Closes a payment that needs a person, by what that person found out.
     *
     * @throws InvalidInputException if it does not need one
     */
    public Settled decide(@Nullable Reference reference, @Nullable Decision decision) {
        return payments.decide(reference, decision);
    }

    Outcome await(OpenPayment payment, Duration limit) {
        return waits.await(payment, limit, settings.pollAfter());
    }

    CompletableFuture<Outcome> awaitAsync(OpenPayment payment, Duration limit) {
        return waits.start(payment, limit, settings.pollAfter());
    }

    /** Ends every wait, with what is known. */
    @Override
    public void close() {
        // A listener that closes its client cannot wait for itself.
        rounds.forEach(round -> round.close(round == telling && delivery.tellsHere() ? Duration.ZERO : GRACE_TO_TELL));
        bookkeeper.finish();
        connections.close();
        questions.close();
        waits.close();
    }

    @Override
    public String toString() {
        return "PaymentFlow[" + market.name() + "]";
    }
}
