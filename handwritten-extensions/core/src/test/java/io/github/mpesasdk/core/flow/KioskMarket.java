package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.GatewayError;
import io.github.mpesasdk.runtime.Bodies;
import io.github.mpesasdk.runtime.Calls;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Kind;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Shape;
import io.github.mpesasdk.runtime.Success;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The smallest market that has everything the flow deals with. Its callbacks are flat JSON objects. */
record KioskMarket(Proof proof, boolean hearsUnasked) implements Market<Wire>, Dialect {

    private static final Success CODE_ZERO = Success.whenField("Code").is("0").tracedBy("PushId");

    private static final RecordAdapter<Wire> ANSWERS = Wire.adapter("PushId|push_id", "Result", "words");

    /** Names an address; its answer repeats nothing. */
    static final Operation<Wire, Wire> PUSH = money("push", Wire.adapter("Amount", "Phone", "CallBackURL"))
            .fill(Fill.from("CallBackURL", "callbackAddress"))
            .reference("CallBackURL")
            .callbackRepeats("Amount", "request.Amount")
            .callbackRepeats("PushId", "answer.PushId")
            .build();
    /** Carries a once-only id, which everything repeats. */
    static final Operation<Wire, Wire> PAY = money("pay", Wire.adapter("Amount", "Phone", "CallBackURL", "Id"))
            .fill(Fill.from("CallBackURL", "callbackAddress"))
            .fill(Fill.from("Id", "freshId"))
            .reference("Id")
            .answerRepeats("Id", "Id")
            .refusalsRepeatToo()
            .callbackRepeats("Amount", "request.Amount")
            .callbackRepeats("Id", "request.Id")
            .callbackRepeats("PushId", "answer.PushId")
            .build();
    /** Answers at once. */
    static final Operation<Wire, Wire> STATUS = question("status", Wire.adapter("PushId"))
            .answerRepeats("PushId", "PushId")
            .build();
    /** Answers by callback. */
    static final Operation<Wire, Wire> BALANCE = question("balance", Wire.adapter("CallBackURL", "Id"))
            .fill(Fill.from("CallBackURL", "callbackAddress"))
            .fill(Fill.from("Id", "freshId"))
            .reference("Id")
            .callback("Callback")
            .callbackRepeats("Id", "request.Id")
            .callbackRepeats("PushId", "answer.PushId")
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

    private static final BodyReader<Wire> READER = BodyReader.of(
            "kiosk",
            new Bodies<>(
                    List.of(Shape.callback(
                                    "Callback", Wire.adapter("Id", "PushId", "Code", "Words", "Amount", "Receipt"))
                            .kinds(Kind.of("callback").tells("push"))),
                    List.of(),
                    Set.of(),
                    Set.of()),
            () -> CODES,
            () -> List.of(PUSH, PAY, STATUS, BALANCE));

    private static Operation.Builder<Wire, Wire> money(String id, RecordAdapter<Wire> requests) {
        return operation(id, requests).effect(Effect.MONEY).callback("Callback").query("status");
    }

    private static Operation.Builder<Wire, Wire> question(String id, RecordAdapter<Wire> requests) {
        return operation(id, requests).effect(Effect.QUERY);
    }

    private static Operation.Builder<Wire, Wire> operation(String id, RecordAdapter<Wire> requests) {
        return Operation.of("kiosk", id, Operation.Input.BODY, requests, ANSWERS)
                .at("POST", "/" + id)
                .success(CODE_ZERO)
                .security(Security.BEARER)
                .evidence(Evidence.DOCUMENTED);
    }

    private static Code code(String value, String kind, boolean isFinal) {
        return Code.of(value, null, null, List.of(), List.of(), kind, isFinal, "Meaning.", "Advice.", "documented");
    }

    @Override
    public Optional<IncomingMoney<Wire>> incomingMoney() {
        return hearsUnasked ? Optional.of((operation, message) -> Optional.empty()) : Optional.empty();
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
    public Optional<String> merchant() {
        return Optional.of("600000");
    }

    @Override
    public String scope() {
        return name();
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(PUSH, PAY, STATUS, BALANCE);
    }

    @Override
    public @Nullable Source source(String name) {
        return null;
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
    public BodyReader<Wire> reader() {
        return READER;
    }

    @Override
    public String receiptField() {
        return "Receipt";
    }

    @Override
    public String acknowledgement(Message<Wire> message, String operation) {
        return "thanks";
    }

    @Override
    public StatusQuestion<Wire> question(Reference reference) {
        return reference.field().equals("PushId")
                ? new StatusQuestion.CanAsk<>(status(reference))
                : new StatusQuestion.CannotAsk<>("Only the callback can tell.");
    }

    Inquiry<Wire, Outcome> status(Reference reference) {
        return new Inquiry<>(
                "status",
                STATUS,
                Draft.Content.of("pushId", "PushId", reference.value()),
                answer -> READER.outcomes().ofAnswer(STATUS, answer, reference),
                message -> READER.outcomes().of("push", message, reference));
    }

    Inquiry<Wire, String> balance(Function<Message<Wire>, String> later) {
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
            super(NOBODY, Map.of("Amount", "amount", "Id", "id"));
        }

        KioskDraft amount(String amount) {
            return set("Amount", amount);
        }

        KioskDraft id(String own) {
            return set("Id", own);
        }

        KioskDraft mistaken(String word) {
            return wrong(word, "is wrong");
        }
    }
}
