package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.core.message.NormalForm;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.runtime.Calls;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Repeats;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Success;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The smallest market that has everything the flow deals with. Its callbacks are flat JSON objects. */
record KioskMarket(Proof proof, boolean hearsUnasked) implements Market<String>, Dialect {

    private static final Success CODE_ZERO =
            new Success("Code", Set.of("0"), null, null, Set.of(), false, Set.of("PushId"));

    /** Names an address; its answer repeats nothing. */
    static final Operation<Wire, Wire> PUSH = money("push", Wire.adapter("Amount", "Phone", "CallBackURL"))
            .fill(Fill.from("CallBackURL", "callbackAddress"))
            .reference("CallBackURL")
            .repeats(new Repeats(Map.of(), false, Map.of("Amount", "request.Amount", "PushId", "answer.PushId")))
            .build();
    /** Carries a once-only id, which everything repeats. */
    static final Operation<Wire, Wire> PAY = money("pay", Wire.adapter("Amount", "Phone", "CallBackURL", "Id"))
            .fill(Fill.from("CallBackURL", "callbackAddress"))
            .fill(Fill.from("Id", "freshId"))
            .reference("Id")
            .repeats(new Repeats(
                    Map.of("Id", "Id"),
                    true,
                    Map.of("Amount", "request.Amount", "Id", "request.Id", "PushId", "answer.PushId")))
            .build();
    /** Answers at once. */
    static final Operation<Wire, Wire> STATUS = question("status", Wire.adapter("PushId"))
            .repeats(new Repeats(Map.of("PushId", "PushId"), false, Map.of()))
            .build();
    /** Answers by callback. */
    static final Operation<Wire, Wire> BALANCE = question("balance", Wire.adapter("CallBackURL", "Id"))
            .fill(Fill.from("CallBackURL", "callbackAddress"))
            .fill(Fill.from("Id", "freshId"))
            .reference("Id")
            .callback("Callback")
            .repeats(new Repeats(Map.of(), false, Map.of("Id", "request.Id", "PushId", "answer.PushId")))
            .build();

    private static final Catalogue CODES = Catalogue.of(
            List.of(
                    code("bad-token", "token", true),
                    code("wrong", "caller", true),
                    code("wrong-passkey", "configuration", true),
                    code("not-yet", "pending", false)),
            List.of(),
            List.of(
                    code("0", "success", true),
                    code("1032", "customer", true),
                    code("4999", "pending", false),
                    code("99", "gateway", false)),
            List.of());

    private static Operation.Builder<Wire, Wire> money(String id, TypeAdapter<Wire> requests) {
        return operation(id, requests).effect(Effect.MONEY).callback("Callback").query("status");
    }

    private static Operation.Builder<Wire, Wire> question(String id, TypeAdapter<Wire> requests) {
        return operation(id, requests).effect(Effect.QUERY);
    }

    private static Operation.Builder<Wire, Wire> operation(String id, TypeAdapter<Wire> requests) {
        return Operation.of("kiosk", id, Operation.Input.BODY, requests, Wire.ADAPTER)
                .at("POST", "/" + id)
                .success(CODE_ZERO)
                .security(Security.BEARER)
                .evidence(Evidence.DOCUMENTED);
    }

    private static Code code(String value, String kind, boolean isFinal) {
        return Code.of(value, null, null, List.of(), List.of(), kind, isFinal, "Meaning.", "Advice.", "documented");
    }

    @Override
    public String name() {
        return "kiosk";
    }

    @Override
    public String market() {
        return name();
    }

    @Override
    public Catalogue catalogue() {
        return CODES;
    }

    @Override
    public Set<String> rejectionFields() {
        return Set.of("error");
    }

    @Override
    public Optional<GatewayError> error(JsonObject answer) {
        return text(answer, "error")
                .map(code -> new GatewayError(code, text(answer, "words").orElse(null), null));
    }

    @Override
    public Optional<String> description(JsonObject answer) {
        return text(answer, "words");
    }

    private static Optional<String> text(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field))
                .map(value -> value.getAsString())
                .filter(text -> !text.isBlank());
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(PUSH, PAY, STATUS, BALANCE);
    }

    @Override
    public Map<String, Source> sources() {
        return Map.of();
    }

    @Override
    public String builder() {
        return "Kiosk.builder()";
    }

    @Override
    public String msisdn(String written) {
        return written;
    }

    @Override
    public Message<String> read(String body, boolean isTimeout) {
        JsonObject json = UntrustedBody.of(name(), body).json();
        NormalForm form = new NormalForm("callback")
                .code(text(json, "Code").orElse(null), text(json, "Words").orElse(null))
                .value("Amount", text(json, "Amount").orElse(null));
        List.of("PushId", "Id").forEach(name -> form.id(name, text(json, name).orElse(null)));
        return new Message<>(
                "callback",
                form.as(Decoded.State.UNKNOWN),
                "push",
                text(json, "Receipt").orElse(null));
    }

    @Override
    public Optional<String> idIn(Message<String> message) {
        return message.text("Id");
    }

    @Override
    public Optional<Reference> nameIn(String operation, Message<String> message) {
        return message.text("PushId").map(id -> new Reference(name(), operation, "PushId", id));
    }

    @Override
    public Outcome outcome(String operation, Message<String> message, Reference reference) {
        Decoded form = message.form();
        return outcome(operation, form.resultCode(), form.description(), reference, message.receiptNumber());
    }

    private static Outcome outcome(
            String operation,
            @Nullable String code,
            @Nullable String words,
            Reference reference,
            @Nullable String receipt) {
        return Outcome.of(
                CODES.result(operation, code == null ? "" : code, words),
                words == null ? null : CleanText.of(words),
                reference,
                receipt,
                Map.of());
    }

    @Override
    public String acknowledgement(Message<String> message, String operation) {
        return "thanks";
    }

    @Override
    public Reference referenceOf(Operation<?, ?> operation, JsonObject sent, JsonObject answer, Reference untilNow) {
        return operation == PUSH
                ? text(answer, "PushId")
                        .map(id -> new Reference(name(), operation.id(), "PushId", id))
                        .orElse(untilNow)
                : untilNow;
    }

    @Override
    public StatusQuestion<String> question(Reference reference) {
        return reference.field().equals("PushId")
                ? new StatusQuestion.CanAsk<>(status(reference))
                : new StatusQuestion.CannotAsk<>("Only the callback can tell.");
    }

    Inquiry<String, Wire, Wire, Outcome> status(Reference reference) {
        return new Inquiry<>(
                "status",
                STATUS,
                Draft.Content.of("pushId", "PushId", reference.value()),
                answer -> Optional.of(outcome(
                        "push",
                        text(answer, "Result").orElse(null),
                        text(answer, "words").orElse(null),
                        reference,
                        null)),
                message -> outcome("push", message, reference));
    }

    Inquiry<String, Wire, Wire, String> balance(Function<Message<String>, String> later) {
        return new Inquiry<>("balance", BALANCE, Draft.Content.nothing(), answer -> Optional.empty(), later);
    }

    /** What a test says about a call. */
    static final class KioskDraft extends Draft<KioskDraft> {

        // It never says a phone number, for which alone a draft needs its client.
        private static final Calls NOBODY = (Calls) Proxy.newProxyInstance(
                Calls.class.getClassLoader(), new Class<?>[] {Calls.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method);
                });

        KioskDraft() {
            super(NOBODY);
        }

        KioskDraft amount(String amount) {
            return set("amount", "Amount", amount);
        }

        KioskDraft id(String own) {
            return set("id", "Id", own);
        }

        KioskDraft mistaken(String word) {
            return wrong(word, word, "is wrong");
        }
    }
}
