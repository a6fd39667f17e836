package io.github.mpesasdk.drc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.NormalForm;
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
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers in normal form; the names are those of the items. */
final class AnswerForms {

    private static final DrcDialect DIALECT = new DrcDialect();
    private static final List<String> NAMES = Stream.of(
                    DrcLoginAnswer.ADAPTER.fieldNames(),
                    DrcC2bAnswer.ADAPTER.fieldNames(),
                    DrcB2cAnswer.ADAPTER.fieldNames())
            .flatMap(List::stream)
            .distinct()
            .toList();
    private static final String SESSION = "SessionID";
    private static final String CODE = "ResponseCode";
    private static final Set<String> IDS = Set.of("InsightReference", "Insight_txid");
    private static final Set<String> VALUES = Set.of("CustomerMSISDN");

    private AnswerForms() {}

    static Decoded decode(SoapMessage.Fault fault) {
        GatewayError error = DIALECT.error(SoapBodies.fields(fault)).orElseThrow();
        return refusal(new NormalForm("fault"), Optional.empty(), new JsonObject(), error);
    }

    /** Empty for an answer that says nothing of what is known here. */
    static Optional<Decoded> decode(SoapMessage.Answer answer) {
        JsonObject fields = SoapBodies.fields(answer, NAMES);
        Optional<Operation<?, ?>> operation = operation(answer.eventId(), fields);
        NormalForm form = form(operation.map(Operation::id).orElse("error"), fields);
        Optional<GatewayError> error = DIALECT.error(fields);
        if (error.isPresent() && fields.has(SoapBodies.EVENT_INFO)) {
            return Optional.of(refusal(form, operation, fields, error.get()));
        }
        return operation.filter(known -> error.isEmpty()).map(known -> processed(form, known, fields));
    }

    // The items tell better than the number: a B2C answer was seen with that of C2B.
    private static Optional<Operation<?, ?>> operation(String eventId, JsonObject fields) {
        if (fields.has(SESSION) || isEvent(SessionApi.LOGIN, eventId)) {
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

    private static NormalForm form(String kind, JsonObject fields) {
        NormalForm form = new NormalForm(kind);
        JsonElement info = fields.get(SoapBodies.EVENT_INFO);
        if (info != null) {
            info.getAsJsonObject()
                    .entrySet()
                    .forEach(part -> form.value(
                            SoapBodies.EVENT_INFO + "." + part.getKey(),
                            part.getValue().getAsString()));
        }
        fields.entrySet().forEach(item -> place(form, item.getKey(), item.getValue()));
        return form;
    }

    private static void place(NormalForm form, String name, JsonElement value) {
        if (name.equals(SoapBodies.EVENT_INFO)) {
            return;
        }
        if (name.equals(SESSION)) {
            form.value(name, Masked.MASK);
        } else if (!NAMES.contains(name) || !value.isJsonPrimitive()) {
            form.other(name, value);
        } else if (IDS.contains(name)) {
            form.id(name, value.getAsString());
        } else if (VALUES.contains(name)) {
            form.value(name, value.getAsString());
        }
    }

    private static Decoded refusal(
            NormalForm form, Optional<Operation<?, ?>> operation, JsonObject fields, GatewayError error) {
        String words = error.message() == null ? null : CleanText.of(error.message());
        String id = operation.map(Operation::id).orElse("");
        Decoded.State state = Decoded.State.of(DrcCodes.CATALOGUE.error(id, 0, error.code(), error.message()));
        boolean isRefusal = state != Decoded.State.SUCCEEDED
                && operation.filter(known -> acceptsAsWell(known, fields)).isEmpty();
        return form.code(error.code(), words).as(isRefusal ? state : Decoded.State.UNKNOWN);
    }

    private static boolean acceptsAsWell(Operation<?, ?> operation, JsonObject fields) {
        Success success = operation.success();
        return operation.effect() == Effect.MONEY
                && (success.judge(fields) == Success.Verdict.ACCEPTED || success.hasTrace(fields));
    }

    private static Decoded processed(NormalForm form, Operation<?, ?> operation, JsonObject fields) {
        String code = DrcDialect.text(fields, CODE).orElse(null);
        form.code(code, null);
        return switch (operation.success().judge(fields)) {
            // Of a payment, an acceptance promises a callback.
            case ACCEPTED ->
                form.as(operation.callback().isPresent() ? Decoded.State.PENDING : Decoded.State.SUCCEEDED);
            case SILENT -> form.as(Decoded.State.UNKNOWN);
            case REFUSED ->
                form.as(Decoded.State.of(
                        DrcCodes.CATALOGUE.acknowledgement(operation.id(), code == null ? "" : code, null)));
        };
    }
}
