package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.mozambiqueapi.api.CustomersApi;
import io.github.mpesasdk.mozambiqueapi.api.TransactionsApi;
import io.github.mpesasdk.mozambiqueapi.model.TransactionAnswer;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What messages say about a payment. Only codes and words that the catalogue calls final settle anything. */
final class MozambiqueOutcomes {

    static final String STATUS_QUERY = TransactionsApi.QUERY_TRANSACTION_STATUS.id();
    static final String NAME_QUERY = CustomersApi.QUERY_CUSTOMER_NAME.id();
    private static final List<String> PAYMENTS = MozambiqueApi.OPERATIONS.stream()
            .filter(operation -> operation.effect() == Effect.MONEY)
            .<String>map(Operation::id)
            .toList();

    private MozambiqueOutcomes() {}

    /** An accepted payment with a transaction id is done; without one it is only under way. */
    static Optional<Outcome> ofAnswer(String operation, JsonObject answer, Reference reference) {
        return MozambiqueDialect.text(answer, MozambiqueMarket.RECEIPT).map(receipt -> {
            Decoded form = AnswerForms.transaction(TransactionAnswer.ADAPTER.fromJsonTree(answer));
            return Outcome.of(code(operation, form), words(form), reference, receipt, details(form));
        });
    }

    /** What a callback says; {@code operation} is empty where nobody knows which one caused it. */
    static Outcome of(String operation, Message<MozambiqueCallback> message, Reference reference) {
        if (isAboutStatus(operation, message)) {
            return ofStatus(message, reference);
        }
        if (isAboutCustomer(operation, message)) {
            return new Unknown(
                    reference,
                    Reason.of(
                            Reason.Kind.NOT_FINAL,
                            "It answers a question about a customer, and speaks of no payment."));
        }
        Decoded form = message.form();
        return Outcome.of(code(operation, form), words(form), reference, message.receiptNumber(), details(form));
    }

    // What was asked is known for certain, if it is known at all; a callback without its field looks like any other.
    static boolean isAboutStatus(String operation, Message<MozambiqueCallback> message) {
        return operation.equals(STATUS_QUERY) || message.event() instanceof MozambiqueCallback.Status;
    }

    static boolean isAboutCustomer(String operation, Message<MozambiqueCallback> message) {
        return operation.equals(NAME_QUERY) || message.event() instanceof MozambiqueCallback.CustomerName;
    }

    /** The answer to a status query; empty where it only acknowledges the question. */
    static Optional<Outcome> ofStatusAnswer(JsonObject answer, Reference reference) {
        // N/A is a documented answer: there is no state.
        return MozambiqueDialect.raw(answer, "output_ResponseTransactionStatus")
                .map(word -> ofWord(word, null, Map.of(), reference));
    }

    /** The code of a status callback speaks of the question; what became of the payment is a word beside it. */
    static Outcome ofStatus(Message<MozambiqueCallback> message, Reference reference) {
        Decoded form = message.form();
        Code question = code(STATUS_QUERY, form);
        if (question.kind() != CodeKind.SUCCESS) {
            Reason.Kind kind = question.isFinal() ? Reason.Kind.QUESTION_REFUSED : Reason.Kind.NOT_FINAL;
            return new Unknown(reference, Reason.of(kind, question, words(form)));
        }
        String word = message.text("input_ResponseTransactionStatus").orElse("");
        return ofWord(word, message.receiptNumber(), details(form), reference);
    }

    private static Outcome ofWord(
            String word, @Nullable String receipt, Map<String, String> details, Reference reference) {
        boolean isAskedByReceipt = reference.field().equals(MozambiqueMarket.RECEIPT);
        return Outcome.of(
                status(word),
                null,
                reference,
                receipt == null && isAskedByReceipt ? reference.value() : receipt,
                details);
    }

    /** What the word for the state of a transaction means. */
    static Code status(String word) {
        return MozambiqueCodes.CATALOGUE.status(STATUS_QUERY, word);
    }

    /** The name that a callback tells. */
    static String customerName(Message<MozambiqueCallback> message) {
        Code code = code(NAME_QUERY, message.form());
        Incident incident = Incident.of(MozambiqueDialect.MARKET, NAME_QUERY)
                .withCode(
                        code,
                        words(message.form()),
                        message.text("input_OriginalConversationID").orElse(null));
        if (code.kind() != CodeKind.SUCCESS) {
            throw code.isFinal() ? new RefusedException(incident) : new NoAnswerException(incident, null);
        }
        return message.text("input_CustomerName")
                .orElseThrow(() -> new NoAnswerException(incident.withTrouble("The answer holds no name."), null));
    }

    /** What the code in a decoded message means; an empty operation where nobody knows which payment is answered. */
    static Code code(String operation, Decoded form) {
        return code(operation, form.resultCode(), form.description());
    }

    /** What a code means with these words. */
    static Code code(String operation, @Nullable String value, @Nullable String words) {
        String code = value == null ? "" : value;
        return operation.isEmpty()
                ? MozambiqueCodes.CATALOGUE.result(PAYMENTS, code, words)
                : MozambiqueCodes.CATALOGUE.result(operation, code, words);
    }

    private static @Nullable String words(Decoded form) {
        return form.description() == null ? null : CleanText.of(form.description());
    }

    private static Map<String, String> details(Decoded form) {
        Map<String, String> details = new LinkedHashMap<>(form.ids());
        details.putAll(form.values());
        return details;
    }
}
