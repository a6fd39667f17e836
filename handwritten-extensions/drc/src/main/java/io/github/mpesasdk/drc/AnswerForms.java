package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.api.SessionApi;
import io.github.mpesasdk.drcapi.model.DrcB2cAnswer;
import io.github.mpesasdk.drcapi.model.DrcC2bAnswer;
import io.github.mpesasdk.drcapi.model.DrcLoginAnswer;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers in normal form: each says first what became of the message, and only then what became of its matter. */
final class AnswerForms {

    private static final DrcDialect DIALECT = new DrcDialect();
    private static final List<String> NAMES = Stream.of(
                    DrcLoginAnswer.ADAPTER.fieldNames(),
                    DrcC2bAnswer.ADAPTER.fieldNames(),
                    DrcB2cAnswer.ADAPTER.fieldNames())
            .flatMap(List::stream)
            .distinct()
            .toList();

    private AnswerForms() {}

    /** Empty for an answer that says nothing of what is known here. */
    static Optional<Decoded> decode(SoapMessage.Answer answer) {
        JsonObject fields = SoapBodies.fields(answer, NAMES);
        Optional<Operation<?, ?>> operation = operation(answer.eventId(), fields);
        Optional<GatewayError> error = DIALECT.error(fields);
        Told told = DrcMarket.READER.told(
                fields,
                operation
                        .<Operation<?, ?>>map(known -> known)
                        .orElse(C2bApi.C2B_PAYMENT)
                        .answerAdapter());
        if (error.isPresent() && fields.has(SoapBodies.EVENT_INFO)) {
            return Optional.of(refusal(told, operation, fields, error.get()));
        }
        return operation
                .filter(known -> error.isEmpty())
                .map(known -> told.as(known.id(), processed(known, fields, told.code())));
    }

    // The items tell better than the number: a B2C answer was seen with that of C2B.
    private static Optional<Operation<?, ?>> operation(String eventId, JsonObject fields) {
        if (fields.has("SessionID") || isEvent(SessionApi.LOGIN, eventId)) {
            return Optional.of(SessionApi.LOGIN);
        }
        if (fields.has("Insight_txid") || isEvent(B2cApi.B2C_PAYMENT, eventId)) {
            return Optional.of(B2cApi.B2C_PAYMENT);
        }
        boolean isC2b = fields.has("InsightReference") || isEvent(C2bApi.C2B_PAYMENT, eventId);
        return isC2b ? Optional.of(C2bApi.C2B_PAYMENT) : Optional.empty();
    }

    private static boolean isEvent(Operation<?, ?> operation, String eventId) {
        return operation.event().filter(event -> event.id().equals(eventId)).isPresent();
    }

    private static Decoded refusal(
            Told told, Optional<Operation<?, ?>> operation, JsonObject fields, GatewayError error) {
        String id = operation.<String>map(Operation::id).orElse("");
        Decoded.State state = Decoded.State.of(DrcCodes.CATALOGUE.error(id, 0, error.code(), error.message()));
        boolean isRefusal = state != Decoded.State.SUCCEEDED
                && operation.filter(known -> acceptsAsWell(known, fields)).isEmpty();
        Decoded form = told.as(id.isEmpty() ? "error" : id, isRefusal ? state : Decoded.State.UNKNOWN);
        String words = error.message() == null ? null : CleanText.of(error.message());
        return new Decoded(form.kind(), form.outcome(), error.code(), words, form.ids(), form.values(), form.other());
    }

    private static boolean acceptsAsWell(Operation<?, ?> operation, JsonObject fields) {
        Success success = operation.success();
        return operation.effect() == Effect.MONEY
                && (success.judge(fields) == Success.Verdict.ACCEPTED || success.hasTrace(fields));
    }

    private static Decoded.State processed(Operation<?, ?> operation, JsonObject fields, String code) {
        return switch (operation.success().judge(fields)) {
            // Of a payment, an acceptance promises a callback.
            case ACCEPTED -> operation.callback().isPresent() ? Decoded.State.PENDING : Decoded.State.SUCCEEDED;
            case SILENT -> Decoded.State.UNKNOWN;
            case REFUSED -> Decoded.State.of(DrcCodes.CATALOGUE.acknowledgement(operation.id(), code, null));
        };
    }
}
