package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import io.github.mpesasdk.vodacomapi.api.TransactionsApi;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the gateway's messages say about a payment. Only what the catalogue calls final settles anything. */
final class VodacomOutcomes {

    static final String STATUS_QUERY = TransactionsApi.QUERY_TRANSACTION_STATUS.id();

    private static final List<String> PAYMENTS = VodacomApi.OPERATIONS.stream()
            .filter(operation -> operation.effect() == Effect.MONEY)
            .<String>map(Operation::id)
            .toList();

    private VodacomOutcomes() {}

    /** What a callback says; {@code operation} is empty where nobody knows which one caused it. */
    static Outcome of(String operation, Message<VodacomCallback> message, Reference reference) {
        WireFields fields = WireFields.of(message);
        if (isAboutStatus(operation, message)) {
            return ofStatus(fields, reference);
        }
        if (!isAboutPayment(operation, message)) {
            return new Unknown(
                    reference,
                    Reason.of(Reason.Kind.NOT_FINAL, "It tells of a mandate or a customer, and speaks of no payment."));
        }
        return ofCode(code(operation(operation, message), fields), message.receiptNumber(), fields, reference);
    }

    /** Whether a callback answers a question for a transaction. */
    static boolean isAboutStatus(String operation, Message<VodacomCallback> message) {
        return message.event() instanceof VodacomCallback.StatusResult || operation.equals(STATUS_QUERY);
    }

    /** Whether a callback tells the outcome of something that moves money. */
    static boolean isAboutPayment(String operation, Message<VodacomCallback> message) {
        String caused = operation(operation, message);
        return caused.isEmpty() || PAYMENTS.contains(caused);
    }

    private static String operation(String known, Message<VodacomCallback> message) {
        return known.isEmpty() ? message.operation() : known;
    }

    /** The outcome that an answer is already; empty for one that only accepts. */
    static Optional<Outcome> ofAnswer(Operation<?, ?> operation, JsonObject answer, Reference reference) {
        return told(operation, answer)
                .map(fields -> ofCode(
                        code(operation.id(), fields),
                        fields.text("TransactionID").orElse(null),
                        fields,
                        reference));
    }

    /** The same for the answer to a question: its code speaks of the question, and a word in it of the payment. */
    static Optional<Outcome> ofStatusAnswer(JsonObject answer, Reference reference) {
        return told(TransactionsApi.QUERY_TRANSACTION_STATUS, answer).map(fields -> ofStatus(fields, reference));
    }

    /** The fields of an answer that tells what was asked for; empty for one that only accepts. */
    static Optional<WireFields> told(Operation<?, ?> operation, JsonObject answer) {
        return operation
                .outcomeField()
                .flatMap(field -> WireFields.text(answer.get(field)))
                .map(present -> WireFields.ofAnswer(answer));
    }

    static Outcome ofStatus(WireFields fields, Reference reference) {
        Code question = code(STATUS_QUERY, fields);
        if (question.kind() != CodeKind.SUCCESS) {
            Reason.Kind kind = question.isFinal() ? Reason.Kind.QUESTION_REFUSED : Reason.Kind.NOT_FINAL;
            return new Unknown(reference, Reason.of(kind, question, cleanWords(fields)));
        }
        return fields.text("ResponseTransactionStatus")
                .map(word -> VodacomCodes.CATALOGUE.status(STATUS_QUERY, word))
                .map(status ->
                        ofCode(status, fields.text("OriginalTransactionID").orElse(null), fields, reference))
                .orElseGet(() -> new Unknown(
                        reference,
                        Reason.of(
                                Reason.Kind.NOT_FINAL,
                                "The gateway answered the question, and left out the state of the payment.")));
    }

    private static Outcome ofCode(Code code, @Nullable String receipt, WireFields fields, Reference reference) {
        return Outcome.of(code, cleanWords(fields), reference, receipt, fields.toMap());
    }

    /** The fields of a callback that says that a request which moves no money was carried out. */
    static WireFields accepted(String operation, Message<VodacomCallback> message) {
        WireFields fields = WireFields.of(message);
        Code code = code(operation, fields);
        if (code.kind() == CodeKind.SUCCESS) {
            return fields;
        }
        Incident incident = Incident.of(VodacomDialect.MARKET, operation).withCode(code, cleanWords(fields), null);
        throw code.isFinal() ? new RefusedException(incident) : new NoAnswerException(incident, null);
    }

    /** What the result code of a body means; an empty operation where nobody knows which one is answered. */
    static Code code(String operation, WireFields fields) {
        return VodacomCodes.CATALOGUE.result(
                operation.isEmpty() ? PAYMENTS : List.of(operation),
                fields.code().orElse(""),
                fields.words().orElse(null));
    }

    private static @Nullable String cleanWords(WireFields fields) {
        return fields.words().map(CleanText::of).orElse(null);
    }
}
