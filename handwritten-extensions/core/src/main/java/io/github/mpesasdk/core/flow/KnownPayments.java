package io.github.mpesasdk.core.flow;

import static java.lang.System.Logger.Level.WARNING;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.callback.CallbackToken;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.PaymentState;
import io.github.mpesasdk.journal.Verdict;
import io.github.mpesasdk.runtime.Operation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payments that this process knows: those that it sends, and those of other processes that it finds in the journal.
 * Whatever changes one of them is written there. Thread-safe.
 */
final class KnownPayments<E> {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final Market<E> market;
    private final CallbackTokens tokens;
    private final OpenCalls<E> calls;
    private final Bookkeeper bookkeeper;
    private final MpesaListener listener;
    private final Clock clock;
    private final Search.Asker<E> asker;
    private final PaymentNames<E> names;

    KnownPayments(
            Market<E> market,
            CallbackTokens tokens,
            OpenCalls<E> calls,
            Bookkeeper bookkeeper,
            MpesaListener listener,
            Clock clock,
            Search.Asker<E> asker) {
        this.market = market;
        this.tokens = tokens;
        this.calls = calls;
        this.bookkeeper = bookkeeper;
        this.listener = listener;
        this.clock = clock;
        this.asker = asker;
        this.names = new PaymentNames<>(market);
    }

    /**
     * Writes a payment down, before it is sent: callbacks can overtake answers.
     *
     * @throws InvalidInputException if its id was used before
     * @throws NotJournaledException if it cannot be written
     */
    OpenPayment open(String call, Operation<?, ?> operation, Prepared<?> prepared) {
        Expected expected = Expected.of(operation, prepared.fields());
        Entry entry = Entry.prepared(
                prepared.key(),
                prepared.reference(),
                prepared.order().orElse(null),
                prepared.traits(),
                bookkeeper.isUsed() ? expected.kept() : Map.of(),
                clock.instant());
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
        Optional<IncomingMoney<E>> incoming = market.incomingMoney();
        if (incoming.isPresent()) {
            Optional<Search<E>> search = incoming.get().search(entry, bookkeeper.book()::digest);
            if (search.isPresent()) {
                payment.searchedBy(new LostAndFound(
                        () -> search.get().run(asker), () -> bookkeeper.book().hasRival(entry)));
            }
        }
        return payment;
    }

    /** The payment of an entry, as this process knows it. */
    OpenPayment revived(Entry entry) {
        return calls.payment(entry.key())
                .orElseGet(() -> searched(
                        OpenPayment.of(
                                entry,
                                market.operation(entry.operation())
                                        .map(operation -> Expected.of(operation, entry.repeats()))
                                        .orElse(Expected.NOTHING)),
                        entry));
    }

    /** The call ended with an error: of a payment that was not sent, or was refused, nothing more is to come. */
    void failed(OpenPayment payment, Throwable error) {
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

    /**
     * The gateway accepted it.
     *
     * @param fields those of its answer
     */
    void accepted(Operation<?, ?> operation, Prepared<?> prepared, OpenPayment payment, JsonObject fields) {
        try {
            Reference reference = names.afterAcceptance(operation, fields, prepared.reference());
            payment.accepted(reference, payment.expected().and(operation, fields));
            calls.name(payment, reference);
            if (payment.entry().isPresent()) {
                bookkeeper.accepted(payment.entry().get(), reference, payment.expected());
            }
            Optional<Outcome> outcome = market.reader().outcomes().ofAnswer(operation, fields, reference);
            if (outcome.isPresent()) {
                offer(payment, outcome.get());
            }
        } catch (RuntimeException defect) {
            // The gateway has accepted it: whatever it wrote besides, nobody must think that nothing was sent.
            LOG.log(WARNING, "{0}: an acceptance could not be read further: {1}", operation, defect.getClass());
            payment.accepted(prepared.reference(), payment.expected());
        }
    }

    /** An answer says something of it. */
    void offer(OpenPayment payment, Outcome outcome) {
        if (payment.offer(outcome)) {
            calls.settled(payment);
            listener.settled(payment.outcome(), payment.order());
            payment.entry().ifPresent(entry -> bookkeeper.answered(entry, Event.Kind.ANSWER, payment.outcome()));
        }
    }

    /**
     * Closes a payment that needs a person, by what that person found out.
     *
     * @throws InvalidInputException if it does not need one
     */
    Settled decide(@Nullable Reference reference, @Nullable Decision decision) {
        if (reference == null || decision == null) {
            throw new InvalidInputException(
                    "decide", reference == null ? "reference" : "decision", "is null: give what a person found out");
        }
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

    /**
     * The payment with a name.
     *
     * @throws InvalidInputException if it is one of another market
     */
    OpenPayment named(@Nullable Reference reference) {
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
}
