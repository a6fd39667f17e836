package io.github.mpesasdk.sandbox.mozambique;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.CustomerPayment;
import io.github.mpesasdk.sandbox.ipg.Door;
import io.github.mpesasdk.sandbox.ipg.FaultAnswers;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Payment;
import io.github.mpesasdk.sandbox.ipg.Reversal;
import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.SandboxMarket;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gateway of Mozambique's own API. An operation is found at its own port and, for those who can give only one
 * address, at the sandbox's own; at the port of another operation there is nothing. For the server, not for users.
 */
public final class MozambiqueMarket implements SandboxMarket {

    static final String BASE = "/ipg/v1x";

    private final OpenApiSpec spec = spec();
    private final MozambiqueState state;
    private final Gateway gateway;
    private final FaultAnswers faultAnswers;
    private final MozambiqueControl control;

    /** A gateway with credentials of its own, drawn now. */
    public MozambiqueMarket(MarketContext context) {
        state = new MozambiqueState(context);
        gateway = new Gateway(state.gateway, new MozambiqueDialect(state), state.codes, operations());
        faultAnswers = new FaultAnswers(state.codes);
        control = new MozambiqueControl(state);
    }

    /** The operations of the spec. */
    public static Set<String> operationIds() {
        return spec().operationIds();
    }

    @Override
    public String name() {
        return "mozambique";
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(BASE + "/");
    }

    @Override
    public Judgement judge(MarketRequest request) {
        MarketRequest inner = inner(request);
        Optional<SpecOperation> operation = spec.operation(inner);
        Optional<String> caller =
                state.gateway.bearer(request.header("Authorization")).flatMap(state::nameOf);
        if (operation.isEmpty()) {
            return new Judgement(null, caller.orElse(null), List.of());
        }
        String id = operation.get().id();
        if (state.ports.isWrong(request.port(), id)) {
            Violation wrong = Violation.invalid("", "this is not the port of " + id);
            return new Judgement(null, caller.orElse(null), List.of(wrong));
        }
        return new Judgement(id, caller.orElse(null), Door.violations(inner, spec.violations(inner)));
    }

    @Override
    public MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults) {
        MarketRequest inner = inner(request);
        if (judgement.operationId() == null) {
            boolean wrongMethod = spec.operation(inner).isEmpty() && spec.knows(inner.path());
            return Door.noSuchOperation(wrongMethod);
        }
        SpecOperation operation = spec.operation(inner).orElseThrow();
        Optional<MarketAnswer> closed = Door.refusal(inner, judgement);
        if (closed.isPresent()) {
            // A key that can be read and is not known has a code of its own.
            boolean wrongKey = inner.header("Origin") != null
                    && state.gateway.bearer(inner.header("Authorization")).isPresent();
            return wrongKey ? gateway.refuse(call(operation, inner, faults), MozambiqueCodes.WRONG_KEY) : closed.get();
        }
        return gateway.handle(call(operation, inner, faults), judgement.violations());
    }

    @Override
    public MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement) {
        MarketRequest inner = inner(request);
        SpecOperation operation = spec.operation(inner).orElseThrow();
        return faultAnswers.answer(
                fault, operation.id(), code -> gateway.refuse(call(operation, inner, Set.of(fault)), code));
    }

    @Override
    public JsonObject describe(String baseUrl) {
        return control.describe(baseUrl + BASE);
    }

    @Override
    public JsonElement ledger() {
        return control.ledger();
    }

    @Override
    public void command(String name, JsonObject argument) {
        control.command(name, argument);
    }

    @Override
    public void reset() {
        state.reset();
    }

    MozambiqueState state() {
        return state;
    }

    private Call call(SpecOperation operation, MarketRequest inner, Set<Fault> faults) {
        return Call.of(operation, name(), state.gateway.random().hex(16), inner, faults);
    }

    private Map<String, Operation> operations() {
        return Map.of(
                "c2bPayment", new CustomerPayment(state.gateway, state.codes, Kind.C2B),
                "b2cPayment",
                        new Payment(
                                state.gateway,
                                state.codes,
                                Kind.B2C,
                                call -> call.text("ServiceProviderCode"),
                                call -> call.text("CustomerMSISDN")),
                "b2bPayment",
                        new Payment(
                                state.gateway,
                                state.codes,
                                Kind.B2B,
                                call -> call.text("PrimaryPartyCode"),
                                call -> call.text("ReceiverPartyCode")),
                "reversal", new Reversal(state.gateway, state.codes),
                "queryTransactionStatus", new TransactionStatusQuery(state),
                "queryCustomerName", new CustomerName(state));
    }

    /** The request as the spec has it. */
    private static MarketRequest inner(MarketRequest request) {
        return request.at(request.path().substring(BASE.length()));
    }

    private static OpenApiSpec spec() {
        return OpenApiSpec.load("io/github/mpesasdk/specs/mozambique/openapi.yaml");
    }
}
