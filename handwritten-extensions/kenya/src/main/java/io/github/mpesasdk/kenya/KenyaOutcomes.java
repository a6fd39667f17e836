package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.StkQueryAnswer;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Kenyan messages say about a payment. Only codes that the catalogue calls final settle anything. */
final class KenyaOutcomes {

    private static final String STATUS_QUERY = "transactionStatus";
    private static final List<String> PAYMENTS_WITH_RESULTS = DarajaApi.OPERATIONS.stream()
            .filter(operation -> operation.effect() == Effect.MONEY
                    && operation.callback().filter("ResultEnvelope"::equals).isPresent())
            .<String>map(Operation::id)
            .toList();

    private KenyaOutcomes() {}

    /** What a callback says; {@code operation} is empty where nobody knows which one caused it. */
    static Outcome of(String operation, Message<KenyaCallback> message, Reference reference) {
        if (message.event() instanceof KenyaCallback.C2bPayment) {
            return ofC2b(operation, message, reference);
        }
        if (message.event() instanceof KenyaCallback.QueueTimeout) {
            return new Unknown(
                    reference,
                    Reason.of(
                            Reason.Kind.NOT_FINAL,
                            "The request waited too long inside the gateway; a result may follow."));
        }
        if (operation.equals(STATUS_QUERY)) {
            return ofStatus(message, reference);
        }
        if (operation.equals("accountBalance")) {
            return new Unknown(
                    reference,
                    Reason.of(
                            Reason.Kind.NOT_FINAL,
                            "It answers a question about the account, and speaks of no payment."));
        }
        return ofCode(code(operation, message), message, reference);
    }

    // Both calls have one shape; the balance is blank while the payment is only being validated.
    private static Outcome ofC2b(String operation, Message<KenyaCallback> message, Reference reference) {
        boolean isConfirmed = operation.isEmpty()
                ? message.text("OrgAccountBalance").isPresent()
                : operation.equals(KenyaMessages.C2B_CONFIRMATION);
        return isConfirmed
                ? new Succeeded(reference, null, message.receiptNumber(), details(message))
                : new Pending(
                        reference,
                        Reason.of(Reason.Kind.PROCESSING, "The customer is paying; a confirmation follows."));
    }

    static Outcome ofStkQuery(StkQueryAnswer answer, Reference reference) {
        Code code = code(
                "stkQuery",
                Optional.ofNullable(answer.resultCode()).map(TextOrNumber::text).orElse(""),
                answer.resultDescription());
        return Outcome.of(code, cleaned(answer.resultDescription()), reference, null, Map.of());
    }

    /** The result of a status query speaks of the question; what became of the payment is a word in it. */
    static Outcome ofStatus(Message<KenyaCallback> message, Reference reference) {
        String words = cleaned(message.form().description());
        if (!(message.event() instanceof KenyaCallback.OperationResult result)) {
            return new Unknown(reference, Reason.of(Reason.Kind.QUESTION_UNANSWERED, "The question waited too long."));
        }
        Code question = code(STATUS_QUERY, message);
        if (question.kind() != CodeKind.SUCCESS) {
            Reason.Kind kind = question.isFinal() ? Reason.Kind.QUESTION_REFUSED : Reason.Kind.NOT_FINAL;
            return new Unknown(reference, Reason.of(kind, question, words));
        }
        boolean isAboutAnother = reference.field().equals(KenyaMarket.RECEIPT)
                && ResultDetails.of(result.payload())
                        .receipt()
                        .filter(receipt -> !receipt.equals(reference.value()))
                        .isPresent();
        if (isAboutAnother) {
            return new Unknown(reference, Reason.of(Reason.Kind.NOT_GENUINE, "The answer speaks of another receipt."));
        }
        String status = ResultDetails.of(result.payload()).transactionStatus().orElse("");
        Code meaning = DarajaCodes.CATALOGUE.status(STATUS_QUERY, status);
        return meaning.isKnown()
                ? ofCode(meaning, message, reference)
                : new Unknown(reference, Reason.of(Reason.Kind.NOT_FINAL, meaning, words));
    }

    private static Outcome ofCode(Code code, Message<KenyaCallback> message, Reference reference) {
        if (code.isFinal() && code.kind() != CodeKind.SUCCESS && hasReceipt(message.event())) {
            return new Unknown(
                    reference,
                    Reason.of(
                            Reason.Kind.NOT_FINAL,
                            "It says that the payment failed, and has a receipt of it all the same."));
        }
        return Outcome.of(
                code, cleaned(message.form().description()), reference, message.receiptNumber(), details(message));
    }

    private static boolean hasReceipt(KenyaCallback event) {
        if (event instanceof KenyaCallback.StkResult stk) {
            return StkDetails.of(stk.payload()).receipt().isPresent();
        }
        return event instanceof KenyaCallback.OperationResult result
                && ResultDetails.of(result.payload()).receipt().isPresent();
    }

    private static Map<String, String> details(Message<KenyaCallback> message) {
        Map<String, String> details = new LinkedHashMap<>(message.form().ids());
        details.putAll(message.form().values());
        return details;
    }

    /** The result of a question, if it says that the question was answered. */
    static Result answered(String operation, Message<KenyaCallback> message) {
        Incident incident = Incident.of(DarajaDialect.MARKET, operation);
        if (!(message.event() instanceof KenyaCallback.OperationResult result)) {
            throw new NoAnswerException(incident.withTrouble("The question waited too long inside the gateway."), null);
        }
        Code code = code(operation, message);
        if (code.kind() != CodeKind.SUCCESS) {
            Incident told = incident.withCode(code, cleaned(message.form().description()), null);
            throw code.isFinal() ? new RefusedException(told) : new NoAnswerException(told, null);
        }
        return result.payload();
    }

    private static Code code(String operation, Message<KenyaCallback> message) {
        return code(operation, message.form());
    }

    /** What the result code in a decoded message means. */
    static Code code(String operation, Decoded form) {
        String value = form.resultCode();
        return code(operation, value == null ? "" : value, form.description());
    }

    /** What a result code means with these words; an empty operation where nobody knows which one is answered. */
    static Code code(String operation, String value, @Nullable String words) {
        return operation.isEmpty()
                ? DarajaCodes.CATALOGUE.result(PAYMENTS_WITH_RESULTS, value, words)
                : DarajaCodes.CATALOGUE.result(operation, value, words);
    }

    private static @Nullable String cleaned(@Nullable String words) {
        return words == null ? null : CleanText.of(words);
    }
}
