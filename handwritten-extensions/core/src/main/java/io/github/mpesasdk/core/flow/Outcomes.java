package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.memory.Late;
import io.github.mpesasdk.core.message.BodyTable.Found;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Kind;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.Shape;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What messages say about a payment. Only what the catalogue calls final settles anything, and nothing does that
 * contradicts itself. Immutable.
 */
public final class Outcomes {

    private static final Reference NAMELESS = new Reference("", "", "", "");

    private final BodyReader<?> reader;
    private final Late<List<String>> queries;

    Outcomes(BodyReader<?> reader) {
        this.reader = reader;
        this.queries = new Late<>(() -> reader.operations().stream()
                .filter(operation -> operation.effect() == Effect.MONEY)
                .flatMap(operation -> operation.query().stream())
                .distinct()
                .toList());
    }

    /**
     * What a genuine callback says.
     *
     * @param operation the operation that sent the payment, or the kind of message that its address was made for; empty
     *     where nobody knows
     */
    public Outcome of(String operation, Message<?> message, Reference reference) {
        Told told = message.told();
        if (message.isTimeout()) {
            return isQuery(operation)
                    ? new Unknown(
                            reference,
                            Reason.of(Reason.Kind.QUESTION_UNANSWERED, "The question waited too long in the gateway."))
                    : unknown(reference, "The request waited too long inside the gateway; a result may follow.");
        }
        if (told.code().isEmpty()) {
            Decoded.State means = kind(operation, message).means();
            if (means != null && !told.isOdd()) {
                return meant(means, told, reference);
            }
        }
        String caused = operation.isEmpty() ? message.operation() : operation;
        if (isAboutStatus(operation, message)) {
            return ofStatus(isQuery(caused) ? caused : message.operation(), told, reference);
        }
        if (!isAboutPayment(caused)) {
            return unknown(reference, "It answers a question, and speaks of no payment.");
        }
        Code code = code(caused, message);
        // Of what something beside it contradicts, nothing is known.
        boolean isContradicted = code.kind() == CodeKind.SUCCESS ? message.isDoubtful() : message.hasSign();
        return isContradicted
                ? unknown(reference, "Its code says one thing, and what stands beside it says another.")
                : ofCode(code, told, reference);
    }

    // The address of a message tells better than its shape what it is.
    private static Kind kind(String named, Message<?> message) {
        return message.shape().kinds().stream()
                .filter(kind -> kind.name().equals(named))
                .findFirst()
                .orElse(message.kind());
    }

    private static Outcome meant(Decoded.State means, Told told, Reference reference) {
        if (means == Decoded.State.SUCCEEDED && told.receipt() == null) {
            return unknown(reference, "It names no receipt of what was paid.");
        }
        return switch (means) {
            case SUCCEEDED ->
                new Succeeded(reference, Optional.empty(), Optional.ofNullable(told.receipt()), told.details());
            case PENDING ->
                new Pending(
                        reference,
                        Reason.of(Reason.Kind.PROCESSING, "The customer is paying; a confirmation follows."));
            // Without a code nothing is settled against a payment.
            case FAILED, UNKNOWN -> unknown(reference, "It has no code that says what became of the payment.");
        };
    }

    /** Whether a message answers a question for a transaction. The id in it is that of the question. */
    public boolean isAboutStatus(String operation, Message<?> message) {
        return isQuery(operation)
                || (isQuery(message.operation())
                        && (operation.isEmpty() || message.shape().kinds().size() == 1 || hasStatus(message)));
    }

    private static boolean hasStatus(Message<?> message) {
        return !message.told().all(Role.STATUS).isEmpty();
    }

    /** Whether an operation asks what became of a payment. */
    boolean isQuery(String operation) {
        return queries.get().contains(operation);
    }

    /** Whether an operation moves money, as far as anybody knows. */
    public boolean isAboutPayment(String operation) {
        return operation(operation).map(known -> known.effect() == Effect.MONEY).orElse(true);
    }

    private Optional<Operation<?, ?>> operation(String id) {
        return reader.operations().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
    }

    /** The outcome that an answer is already; empty for one that only accepts. */
    public Optional<Outcome> ofAnswer(Operation<?, ?> operation, JsonObject answer, Reference reference) {
        Optional<Told> told = told(operation, answer);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                hasStatus(operation.answerAdapter())
                        ? ofStatus(operation.id(), told.get(), reference)
                        : ofCode(code(operation.id(), told.get()), told.get(), reference));
    }

    /** What an answer tells that has what was asked for; empty for one that only accepts. */
    public Optional<Told> told(Operation<?, ?> operation, JsonObject answer) {
        Optional<String> field = operation.outcomeField();
        boolean isThere = field.isPresent()
                ? reader.text(answer, field.get()).isPresent()
                : operation.callback().isEmpty();
        return isThere ? Optional.of(reader.told(answer, operation.answerAdapter())) : Optional.empty();
    }

    /** The code of a status message speaks of the question; what became of the payment is a word in it. */
    Outcome ofStatus(String query, Told told, Reference reference) {
        Code question = code(query, told);
        if (told.isDivided(Role.CODE) || told.isDivided(Role.STATUS)) {
            return unknown(reference, "It says two things at once of the same payment.");
        }
        if (question.kind() != CodeKind.SUCCESS) {
            Reason.Kind kind = question.isFinal() ? Reason.Kind.QUESTION_REFUSED : Reason.Kind.NOT_FINAL;
            return new Unknown(reference, Reason.of(kind, question, told.cleanWords()));
        }
        boolean isByReceipt = role(reference.field()) == Role.RECEIPT;
        boolean isAboutAnother = isByReceipt
                && told.all(Role.RECEIPT).stream()
                        .anyMatch(receipt -> !receipt.text().equals(reference.value()));
        if (isAboutAnother) {
            return new Unknown(reference, Reason.of(Reason.Kind.NOT_GENUINE, "The answer speaks of another receipt."));
        }
        Optional<String> word = told.first(Role.STATUS);
        if (word.isEmpty()) {
            return unknown(reference, "The gateway answered the question, and left out the state of the payment.");
        }
        Code meaning = reader.catalogue().status(query, word.get());
        String receipt = told.receipt() == null && isByReceipt ? reference.value() : told.receipt();
        return meaning.isKnown()
                ? ofCode(meaning, told, reference, receipt)
                : new Unknown(reference, Reason.of(Reason.Kind.NOT_FINAL, meaning, told.cleanWords()));
    }

    private static boolean hasStatus(RecordAdapter<?> adapter) {
        return adapter.fields().stream().anyMatch(field -> field.role() == Role.STATUS);
    }

    // The role that a field has, in whichever request or answer it stands.
    private Role role(String field) {
        return reader.operations().stream()
                .flatMap(operation -> Stream.of(operation.requestAdapter(), operation.answerAdapter()))
                .flatMap(adapter -> adapter.fields().stream())
                .filter(known -> known.name().equals(field))
                .map(known -> known.role())
                .findFirst()
                .orElse(Role.VALUE);
    }

    private Outcome ofCode(Code code, Told told, Reference reference) {
        return ofCode(code, told, reference, told.receipt());
    }

    private Outcome ofCode(Code code, Told told, Reference reference, @Nullable String receipt) {
        if (told.isOdd()) {
            return unknown(reference, "A part of it cannot be read, or stands there in two spellings.");
        }
        if (told.isDivided(Role.RECEIPT)) {
            return unknown(reference, "It has two receipts that differ.");
        }
        if (told.isDivided(Role.CODE)) {
            return unknown(reference, "It has two codes that differ.");
        }
        if (code.isFinal()
                && code.kind() != CodeKind.SUCCESS
                && !told.all(Role.RECEIPT).isEmpty()) {
            return unknown(reference, "It says that the payment failed, and has a receipt of it all the same.");
        }
        return Outcome.of(code, told.cleanWords(), reference, receipt, told.details());
    }

    private static Unknown unknown(Reference reference, String why) {
        return new Unknown(reference, Reason.of(Reason.Kind.NOT_FINAL, why));
    }

    // Where nobody knows the operation, every payment is meant that such a message can tell of.
    private Code code(String operation, Message<?> message) {
        Told told = message.told();
        return operation(operation).isEmpty()
                ? reader.catalogue().result(reader.payments(message.shape()), told.code(), told.words())
                : code(operation, told);
    }

    private Code code(String operation, Told told) {
        return reader.catalogue().result(operation, told.code(), told.words());
    }

    /**
     * What a callback tells that answers a question, if it says that the question was answered.
     *
     * @throws RefusedException if it was refused
     * @throws NoAnswerException if the callback settles nothing
     */
    public Told answered(String operation, Message<?> message) {
        Incident incident = Incident.of(reader.market(), operation);
        if (message.isTimeout()) {
            throw new NoAnswerException(incident.withTrouble("The question waited too long inside the gateway."), null);
        }
        Told told = message.told();
        Code code = code(operation, told);
        if (code.kind() == CodeKind.SUCCESS && !told.isDivided(Role.CODE)) {
            return told;
        }
        Incident coded = incident.withCode(code, told.cleanWords(), null);
        throw code.isFinal() && code.kind() != CodeKind.SUCCESS
                ? new RefusedException(coded)
                : new NoAnswerException(coded, null);
    }

    /** What a callback says, as far as anybody can tell who does not know what caused it. */
    Decoded.State stateOf(Message<?> message) {
        boolean isAnswer = !isAboutStatus("", message) && !isAboutPayment(message.operation());
        return isAnswer && !message.isTimeout()
                ? Decoded.State.of(code(message.operation(), message.told()))
                : Decoded.State.of(of("", message, NAMELESS));
    }

    /** The same of an answer. */
    Decoded.State stateOf(Found<?> found, Told told) {
        Shape<?> shape = found.shape();
        Kind kind = found.kind();
        Decoded.State means = kind.means();
        if (told.isDivided(Role.CODE) || (told.isOdd() && shape.as() != Shape.As.ERROR)) {
            return Decoded.State.UNKNOWN;
        }
        return switch (shape.as()) {
            case ERROR -> failed(found, told);
            case REPLY -> means == null ? Decoded.State.UNKNOWN : means;
            case REFUSAL -> refused(codeOf(shape, kind, told), told);
            case ACKNOWLEDGEMENT -> acknowledged(found, told);
            case ANSWER, CALLBACK -> answered(shape, kind, told);
        };
    }

    // An error beside something that only an acceptance has says nothing of a payment.
    private Decoded.State failed(Found<?> found, Told told) {
        String caused = found.kind().tells();
        boolean acceptsAsWell = operation(caused)
                .filter(operation -> operation.effect() == Effect.MONEY)
                .map(Operation::success)
                .filter(success ->
                        success.judge(found.object()) == Success.Verdict.ACCEPTED || success.hasTrace(found.object()))
                .isPresent();
        Decoded.State state =
                Decoded.State.of(reader.catalogue().error(caused, found.shape().http(), told.code(), told.words()));
        return acceptsAsWell ? Decoded.State.UNKNOWN : state;
    }

    // A success in a refusal is neither, and no more is a refusal with a receipt.
    private static Decoded.State refused(Code code, Told told) {
        Decoded.State state = Decoded.State.of(code);
        boolean contradicts = state == Decoded.State.SUCCEEDED
                || (state == Decoded.State.FAILED && !told.all(Role.RECEIPT).isEmpty());
        return contradicts ? Decoded.State.UNKNOWN : state;
    }

    private Decoded.State acknowledged(Found<?> found, Told told) {
        Kind kind = found.kind();
        boolean isAccepted = reader.operations().stream()
                .filter(operation -> operation.answerAdapter() == found.shape().adapter())
                .filter(operation -> kind.tells().isEmpty() || kind.tells().equals(operation.id()))
                .anyMatch(operation -> operation.success().judge(found.object()) == Success.Verdict.ACCEPTED);
        if (isAccepted) {
            Decoded.State means = kind.means();
            return means == null ? Decoded.State.PENDING : means;
        }
        return refused(reader.catalogue().acknowledgement(kind.tells(), told.code(), told.words()), told);
    }

    private Decoded.State answered(Shape<?> shape, Kind kind, Told told) {
        Decoded.State means = kind.means();
        if (told.code().isEmpty() && means != null) {
            return means;
        }
        if (hasStatus(shape.adapter())) {
            return Decoded.State.of(ofStatus(kind.tells(), told, NAMELESS));
        }
        if (isQuestionRefused(kind, told)) {
            return Decoded.State.UNKNOWN;
        }
        Decoded.State state = Decoded.State.of(codeOf(shape, kind, told));
        return state == Decoded.State.SUCCEEDED && means != null ? means : state;
    }

    // An answer may have two codes: one of the question, and one of the payment that counts only if the question does.
    private boolean isQuestionRefused(Kind kind, Told told) {
        return operation(kind.tells())
                .map(Operation::success)
                .filter(success -> told.text(success.field())
                        .filter(code -> !success.accepts(code))
                        .isPresent())
                .isPresent();
    }

    private Code codeOf(Shape<?> shape, Kind kind, Told told) {
        return kind.tells().isEmpty()
                ? reader.catalogue().result(reader.payments(shape), told.code(), told.words())
                : code(kind.tells(), told);
    }

    /** One outcome under the name that its payment has now. */
    static Outcome under(Reference reference, Outcome outcome) {
        if (outcome instanceof Succeeded paid) {
            return new Succeeded(reference, paid.code(), paid.receipt(), paid.details());
        }
        if (outcome instanceof Failed failed) {
            return new Failed(reference, failed.code(), failed.words());
        }
        return outcome instanceof Pending pending
                ? new Pending(reference, pending.reason())
                : new Unknown(reference, ((Unknown) outcome).reason());
    }
}
