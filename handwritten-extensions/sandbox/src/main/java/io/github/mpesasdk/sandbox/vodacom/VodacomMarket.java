package io.github.mpesasdk.sandbox.vodacom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.CustomerPayment;
import io.github.mpesasdk.sandbox.ipg.Door;
import io.github.mpesasdk.sandbox.ipg.FaultAnswers;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ipg.Operation;
import io.github.mpesasdk.sandbox.ipg.Payment;
import io.github.mpesasdk.sandbox.ipg.Reversal;
import io.github.mpesasdk.sandbox.market.JsonFields;
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

/** The OpenAPI's gateway: five markets behind one door. For the server, not for users. */
public final class VodacomMarket implements SandboxMarket {

    private static final String SESSION = "getSession";

    private final OpenApiSpec spec = spec();
    private final VodacomState state;
    private final Gateway gateway;
    private final FaultAnswers faultAnswers;
    private final VodacomControl control;

    /** A gateway with credentials of its own, drawn now. */
    public VodacomMarket(MarketContext context) {
        state = new VodacomState(context);
        VodacomDialect dialect = new VodacomDialect(state.codes);
        gateway = new Gateway(state.gateway, dialect, state.codes, operations());
        faultAnswers = new FaultAnswers(state.codes);
        control = new VodacomControl(state);
    }

    /** The operations of the spec. */
    public static Set<String> operationIds() {
        return spec().operationIds();
    }

    @Override
    public String name() {
        return "vodacom";
    }

    @Override
    public boolean owns(String path) {
        return path.matches("/[^/]+/ipg/v2/.*");
    }

    @Override
    public Judgement judge(MarketRequest request) {
        Optional<Address> address = Address.of(request.path()).filter(VodacomMarket::exists);
        if (address.isEmpty()) {
            return new Judgement(null, null, List.of());
        }
        MarketRequest inner = address.get().shorten(request);
        Optional<SpecOperation> operation = spec.operation(inner);
        List<Violation> violations = operation.isPresent() ? Door.violations(inner, spec.violations(inner)) : List.of();
        Optional<String> secret = state.gateway.bearer(request.header("Authorization"));
        Optional<VodacomApp> caller =
                operation.isPresent() && operation.get().id().equals(SESSION)
                        ? secret.flatMap(state.sessions::byKey)
                        : secret.flatMap(
                                id -> state.sessions.bySession(id, address.get().market()));
        return new Judgement(
                operation.map(SpecOperation::id).orElse(null),
                caller.map(VodacomApp::name).orElse(null),
                violations);
    }

    @Override
    public MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults) {
        Optional<Address> address = Address.of(request.path());
        if (address.isEmpty() || !address.get().environment().equals("sandbox")) {
            // Inferred: production does not know the sandbox's keys.
            return FaultAnswers.notAuthorized();
        }
        if (!exists(address.get())) {
            return MarketAnswer.json(VodacomCodes.MARKET.http(), envelope(VodacomCodes.MARKET));
        }
        MarketRequest inner = address.get().shorten(request);
        Optional<SpecOperation> operation = spec.operation(inner);
        if (operation.isEmpty()) {
            return Door.noSuchOperation(spec.knows(inner.path()));
        }
        Optional<MarketAnswer> closed = Door.refusal(inner, judgement);
        if (closed.isPresent()) {
            return closed.get();
        }
        return operation.get().id().equals(SESSION)
                ? session(inner, address.get().market())
                : gateway.handle(call(operation.get(), address.get(), inner, faults), judgement.violations());
    }

    @Override
    public MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement) {
        Address address = Address.of(request.path()).orElseThrow();
        MarketRequest inner = address.shorten(request);
        SpecOperation operation = spec.operation(inner).orElseThrow();
        return faultAnswers.answer(
                fault,
                operation.id(),
                code -> operation.id().equals(SESSION)
                        ? MarketAnswer.json(code.http(), envelope(VodacomCodes.SESSION_FAILED))
                        : gateway.refuse(call(operation, address, inner, Set.of(fault)), code));
    }

    @Override
    public JsonObject describe(String baseUrl) {
        return control.describe(baseUrl);
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

    VodacomState state() {
        return state;
    }

    private MarketAnswer session(MarketRequest request, String market) {
        VodacomApp app = state.gateway
                .bearer(request.header("Authorization"))
                .flatMap(state.sessions::byKey)
                .orElseThrow();
        JsonObject opened = envelope(new InsCode(200, "INS-0", "Request processed successfully"));
        opened.addProperty("output_SessionID", state.sessions.open(app, market));
        return MarketAnswer.json(200, opened);
    }

    private Call call(SpecOperation operation, Address address, MarketRequest inner, Set<Fault> faults) {
        return Call.of(operation, address.market(), state.gateway.random().hex(16), inner, faults);
    }

    private Map<String, Operation> operations() {
        return Map.ofEntries(
                Map.entry("c2bPayment", new CustomerPayment(state.gateway, state.codes, Kind.C2B)),
                Map.entry("c2bPaymentMultiStage", new MultiStagePayment(state)),
                Map.entry(
                        "b2cPayment",
                        new Payment(
                                state.gateway,
                                state.codes,
                                Kind.B2C,
                                call -> call.text("ServiceProviderCode"),
                                call -> call.text("CustomerMSISDN"))),
                Map.entry(
                        "b2bPayment",
                        new Payment(
                                state.gateway,
                                state.codes,
                                Kind.B2B,
                                call -> call.text("PrimaryPartyCode"),
                                call -> call.text("ReceiverPartyCode"))),
                Map.entry("reversal", new Reversal(state.gateway, state.codes)),
                Map.entry("queryTransactionStatus", new TransactionStatusQuery(state)),
                Map.entry("updateTransactionStatus", new SecondStage(state)),
                Map.entry("directDebitCreation", new DirectDebitCreation(state)),
                Map.entry("directDebitPayment", new DirectDebitPayment(state)),
                Map.entry("queryDirectDebit", new DirectDebitQuery(state)),
                Map.entry("directDebitCancel", new DirectDebitCancel(state)),
                Map.entry("queryBeneficiaryName", new BeneficiaryName(state)));
    }

    private static boolean exists(Address address) {
        return address.environment().equals("sandbox")
                && Country.of(spec(), address.market()).isPresent();
    }

    private static JsonObject envelope(InsCode code) {
        return JsonFields.with("output_ResponseCode", code.code())
                .and("output_ResponseDesc", code.description())
                .json();
    }

    static OpenApiSpec spec() {
        return OpenApiSpec.load("io/github/mpesasdk/specs/vodacom/openapi.yaml");
    }
}
