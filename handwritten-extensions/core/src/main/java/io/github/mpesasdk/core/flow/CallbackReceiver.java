package io.github.mpesasdk.core.flow;

import static io.github.mpesasdk.Decoded.State.UNKNOWN;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.callback.CallbackToken;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.core.memory.Late;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Repeat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges what was posted: whether it proves its origin, whether it fits what was sent and acknowledged, what it says,
 * and whether it came before. The address is judged before the body is read. Thread-safe.
 */
final class CallbackReceiver<E> {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final String NO_TOKEN =
            "it arrived under an address that this client did not make, or made with" + " another callback key";

    private static final Reason CONTRADICTED = Reason.of(
            Reason.Kind.NOT_FINAL, "The gateway settled this payment before, and now says otherwise: look into it.");

    private final Market<E> market;
    private final Outcomes outcomes;
    private final CallbackTokens tokens;
    private final OpenCalls<E> calls;
    private final UnderWay underWay;
    private final Bookkeeper bookkeeper;
    private final Function<Entry, OpenPayment> reviving;
    private final MpesaListener listener;
    private final Late<List<String>> operations;
    private final PaymentNames<E> names;

    CallbackReceiver(
            Market<E> market,
            CallbackTokens tokens,
            OpenCalls<E> calls,
            UnderWay underWay,
            Bookkeeper bookkeeper,
            Function<Entry, OpenPayment> reviving,
            MpesaListener listener) {
        this.market = market;
        this.outcomes = market.reader().outcomes();
        this.tokens = tokens;
        this.calls = calls;
        this.underWay = underWay;
        this.bookkeeper = bookkeeper;
        this.reviving = reviving;
        this.listener = listener;
        this.operations =
                new Late<>(() -> market.operations().stream().map(Operation::id).toList());
        this.names = new PaymentNames<>(market);
    }

    Received<E> receive(String addressOrPath, String body) {
        Received<E> received = market.proof() == Market.Proof.ADDRESS
                ? underAddress(addressOrPath, body)
                : underId(market.reader().callback(body, false));
        if (received.isGenuine()) {
            listener.callback(received);
        } else {
            LOG.log(
                    INFO,
                    "{0}: a callback is not genuine: {1}",
                    market.name(),
                    received.whyNotGenuine().orElse(""));
            listener.refusedCallback(received);
        }
        return received;
    }

    private Received<E> underAddress(String addressOrPath, String body) {
        Optional<CallbackToken> token = tokens.in(addressOrPath);
        if (token.isEmpty() && market.incomingMoney().isEmpty()) {
            return Received.unproven(null, nameless(""), NO_TOKEN, false, "");
        }
        // Whatever it says: the gateway has done something, so the payment must not be sent again.
        token.map(known -> Fingerprint.of(known.text())).ifPresent(this::heard);
        Message<E> message = market.reader().callback(body, CallbackTokens.isTimeout(addressOrPath));
        if (token.isEmpty()) {
            return unproven(message, NO_TOKEN, "");
        }
        Claim claim = new Claim(
                Fingerprint.of(token.get().text()),
                token.get().operation(),
                token.get().order());
        Optional<String> misfit = market.misfit(claim.operation(), message)
                .or(() -> fitsAmount(token.get(), message) ? Optional.empty() : Optional.of("its amount is another"));
        return misfit.map(why -> unproven(message, why, claim.operation())).orElseGet(() -> judged(claim, message));
    }

    private void heard(String key) {
        underWay.hear(key);
        calls.payment(key).ifPresent(OpenPayment::heard);
    }

    // Only what the spec says repeats the amount is compared with it; fees have amounts too.
    private boolean fitsAmount(CallbackToken token, Message<E> message) {
        return market.operation(token.operation()).stream()
                .flatMap(operation -> operation.repeats().callback().stream())
                .filter(Repeat::isAmount)
                .map(Repeat::name)
                .allMatch(name -> !message.told().isOfAnotherType(name)
                        && Expected.amounts(message.told(), name).allMatch(token::fits));
    }

    private Received<E> underId(Message<E> message) {
        Optional<String> id = message.key();
        if (id.isEmpty()) {
            return unproven(message, "it repeats no id of a request", "");
        }
        String key = Fingerprint.of(id.get());
        underWay.hear(key);
        Optional<String> signedFor = tokens.operationOf(id.get(), operations.get());
        Optional<OpenPayment> payment = calls.payment(key).or(() -> kept(key, signedFor.orElse("")));
        payment.ifPresent(OpenPayment::heard);
        Optional<OpenQuestion<E>> question = calls.question(key);
        boolean isProven = signedFor.isPresent()
                || payment.filter(sent -> sent.expected().isVouchedFor(message.told()))
                        .isPresent()
                || question.filter(asked -> asked.expected().isVouchedFor(message.told()))
                        .isPresent();
        String operation =
                payment.map(OpenPayment::operation).or(() -> signedFor).orElse("");
        if (!isProven) {
            return unproven(
                    message,
                    "its id was not made by this client, or with another callback key; an id that you chose"
                            + " yourself proves nothing",
                    operation);
        }
        return misfitOfId(operation, message)
                .map(why -> unproven(message, why, operation))
                .orElseGet(() -> judged(new Claim(key, operation, payment.flatMap(OpenPayment::order)), message));
    }

    // The answers to questions have fewer signs of their own; they settle nothing of the question's id.
    private Optional<String> misfitOfId(String operation, Message<E> message) {
        return operation.isEmpty() || !outcomes.isAboutPayment(operation)
                ? Optional.empty()
                : market.misfit(operation, message);
    }

    /** What a message proves that it answers. */
    private record Claim(String key, String operation, Optional<String> order) {}

    private Received<E> judged(Claim claim, Message<E> message) {
        Optional<CustomerPayment> money =
                market.incomingMoney().flatMap(incoming -> incoming.payment(claim.operation(), message));
        if (money.isPresent()) {
            return received(claim, message, money.get());
        }
        if (calls.question(claim.key()).isPresent() || outcomes.isQuery(claim.operation())) {
            return answer(claim, message);
        }
        Optional<OpenPayment> payment = calls.payment(claim.key())
                .or(() -> kept(claim.key(), claim.operation()))
                .or(() -> named(claim.operation(), message));
        return payment.isPresent() ? ofPayment(claim, message, payment.get()) : ofStranger(claim, message);
    }

    private Received<E> ofPayment(Claim claim, Message<E> message, OpenPayment payment) {
        payment.heard();
        Optional<String> misfit = payment.expected().misfit(message.told());
        return misfit.isPresent()
                ? unproven(message, "its " + misfit.get() + " is not that of the request", claim.operation())
                : settled(claim, message, payment, outcomes.of(claim.operation(), message, payment.reference()));
    }

    private Received<E> settled(Claim claim, Message<E> message, OpenPayment payment, Outcome outcome) {
        if (payment.offer(outcome)) {
            calls.settled(payment);
            listener.settled(outcome, payment.order());
        }
        // Only now: another callback may settle it at the same moment.
        boolean isContradiction =
                outcome.isSettled() && outcome.getClass() != payment.outcome().getClass();
        if (isContradiction) {
            LOG.log(
                    WARNING,
                    "{0} {1}: the gateway settled this payment before, and now says otherwise: {2}; look into it",
                    market.name(),
                    claim.operation(),
                    outcome);
        }
        boolean isRepetition = isRepetition(claim, message, payment.entry(), outcome);
        // What settled it stands; the later word must move nothing.
        Outcome told = isContradiction ? new Unknown(payment.reference(), CONTRADICTED) : outcome;
        return genuine(claim, message, told, payment.order().or(claim::order), isRepetition);
    }

    // Sent by a process that nobody remembers.
    private Received<E> ofStranger(Claim claim, Message<E> message) {
        Reference reference = nameOrNone(claim.operation(), message);
        Outcome outcome = outcomes.of(claim.operation(), message, reference);
        Optional<Entry> entry = market.operation(claim.operation()).isPresent()
                        && outcomes.isAboutPayment(claim.operation())
                ? Optional.of(Entry.heardOf(
                        claim.key(), claim.operation(), reference, claim.order().orElse(null), bookkeeper.now()))
                : Optional.empty();
        return genuine(claim, message, outcome, claim.order(), isRepetition(claim, message, entry, outcome));
    }

    // One judge says which delivery is the first: the journal where there is one, or else this process. A delivery that
    // was turned away because the journal was away was the first for nobody.
    private boolean isRepetition(Claim claim, Message<E> message, Optional<Entry> entry, Outcome outcome) {
        String told = message.told().as(message.kind().name(), UNKNOWN).toJson().toString();
        if (entry.isEmpty() || !bookkeeper.isUsed()) {
            return calls.isRepetition(claim.key(), told);
        }
        try {
            boolean isNew = bookkeeper.heard(entry.get(), Fingerprint.of(told), outcome);
            return !calls.takeTurnedAway(claim.key(), told) && !isNew;
        } catch (NotJournaledException away) {
            calls.turnedAway(claim.key(), told);
            throw away;
        }
    }

    private Received<E> received(Claim claim, Message<E> message, CustomerPayment payment) {
        Reference reference = nameOrNone(claim.operation(), message);
        Outcome outcome = outcomes.of(claim.operation(), message, reference);
        boolean isNew = bookkeeper.received(payment);
        return genuine(claim, message, outcome, claim.order(), !isNew);
    }

    /** The payment with a key that is known to be one of a payment. */
    private Optional<OpenPayment> kept(String key, String operation) {
        return operation.isEmpty() || market.operation(operation).isPresent()
                ? bookkeeper.find(key).map(reviving)
                : Optional.empty();
    }

    // After a restart, somebody may wait for a payment by a name that only the message has.
    private Optional<OpenPayment> named(String operation, Message<E> message) {
        return names.in(operation, message)
                .flatMap(name -> calls.named(name.value()))
                .filter(payment -> OpenCalls.isKnownByNameAlone(payment)
                        && (payment.operation().isEmpty() || payment.operation().equals(operation)));
    }

    // Where the answer to a question goes that another process asked, its address says: the payment's key is in it.
    private Received<E> answer(Claim claim, Message<E> message) {
        Optional<OpenPayment> about =
                claim.order().flatMap(key -> calls.payment(key).or(() -> kept(key, "")));
        Claim claimed = new Claim(claim.key(), claim.operation(), about.flatMap(OpenPayment::order));
        Optional<OpenQuestion<E>> question = calls.question(claim.key());
        Optional<String> misfit = question.flatMap(asked -> asked.expected().misfit(message.told()));
        if (misfit.isPresent()) {
            return unproven(message, "its " + misfit.get() + " is not that of the question", claim.operation());
        }
        question.ifPresent(asked -> asked.complete(message));
        if (about.isPresent()) {
            Outcome outcome =
                    outcomes.of(claim.operation(), message, about.get().reference());
            return settled(claimed, message, about.get(), outcome);
        }
        Outcome outcome = outcomes.of(claim.operation(), message, nameOrNone(claim.operation(), message));
        return genuine(
                claimed, message, outcome, claimed.order(), isRepetition(claimed, message, Optional.empty(), outcome));
    }

    private Received<E> genuine(
            Claim claim, Message<E> message, Outcome outcome, Optional<String> order, boolean isRepetition) {
        return Received.genuine(
                message.event(),
                outcome,
                order.orElse(null),
                message.isTimeout(),
                isRepetition,
                market.acknowledgement(message, claim.operation()));
    }

    private Received<E> unproven(Message<E> message, String why, String operation) {
        Reference reference = nameOrNone(operation, message);
        return Received.unproven(
                message.event(), reference, why, message.isTimeout(), market.acknowledgement(message, operation));
    }

    private Reference nameOrNone(String operation, Message<E> message) {
        return names.in(operation, message).orElseGet(() -> nameless(operation));
    }

    private Reference nameless(String operation) {
        return new Reference(market.name(), operation, "", "");
    }
}
