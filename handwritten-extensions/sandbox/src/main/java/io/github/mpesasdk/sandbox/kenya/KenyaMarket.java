package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Commands;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Daraja gateway: the checks that every request passes, and the operations behind them. For the server, not for
 * users.
 */
public final class KenyaMarket implements SandboxMarket {

    private static final String SPECS = "io/github/mpesasdk/specs/daraja/";
    private static final String TOKEN = "token";
    private static final List<String> PATHS =
            List.of("/mpesa/", "/oauth/", "/standingorder/", "/pulltransactions/", "/v1/ussdpush/");
    // A picture of one point: nobody scans it.
    private static final MarketAnswer QR_CODE = JsonFields.with("ResponseCode", "00")
            .and("ResponseDescription", ResultCode.SUCCESS.words())
            .and(
                    "QRCode",
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
            .answer(200);

    private final OpenApiSpec spec = spec();
    private final KenyaState state;
    private final TokenOperation token;
    private final Map<String, DarajaOperation> operations;
    private final FaultAnswers faultAnswers;

    /** A gateway with credentials of its own, drawn now. */
    public KenyaMarket(MarketContext context) {
        state = new KenyaState(context, spec.operationIds());
        token = new TokenOperation(state);
        faultAnswers = new FaultAnswers(state);
        operations = Map.ofEntries(
                Map.entry("stkPush", new StkPush(state)),
                Map.entry("stkQuery", new StkQuery(state)),
                Map.entry("c2bRegisterUrlV1", new C2bRegisterUrl(state, true)),
                Map.entry("c2bRegisterUrlV2", new C2bRegisterUrl(state, false)),
                Map.entry("c2bSimulateV1", new C2bSimulate(state)),
                Map.entry("c2bSimulateV2", new C2bSimulate(state)),
                Map.entry("b2cPaymentV1", new B2cPayment(state)),
                Map.entry("b2cPaymentV3", new B2cPayment(state)),
                Map.entry("b2pochiPayment", new B2cPayment(state)),
                Map.entry("b2bPayment", new B2bPayment(state)),
                Map.entry("taxRemittance", new B2bPayment(state)),
                Map.entry("b2bExpressCheckout", new ExpressCheckout(state)),
                Map.entry("standingOrderCreate", new StandingOrder(state)),
                Map.entry("qrGenerate", call -> QR_CODE),
                Map.entry("pullRegister", state.pull::register),
                Map.entry("pullQuery", state.pull::query),
                Map.entry("accountBalance", new AccountBalance(state)),
                Map.entry("transactionStatus", new TransactionStatus(state)),
                Map.entry("reversal", new Reversal(state)));
    }

    @Override
    public Set<String> operationIds() {
        Set<String> served = new TreeSet<>(operations.keySet());
        served.add(TOKEN);
        return served;
    }

    @Override
    public String name() {
        return KenyaState.MARKET;
    }

    @Override
    public boolean owns(String path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }

    @Override
    public Judgement judge(MarketRequest request) {
        String operationId = spec.operation(request).map(SpecOperation::id).orElse(null);
        Optional<App> caller = TOKEN.equals(operationId)
                ? token.caller(request)
                : request.authorization("bearer").flatMap(bearer -> state.tokens.bySession(bearer, name()));
        return new Judgement(operationId, caller.map(App::consumerKey).orElse(null), spec.violations(request));
    }

    @Override
    public MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults) {
        String operationId = judgement.operationId();
        if (operationId == null) {
            return spec.knows(request.path())
                    ? state.errors.say(Refusal.WRONG_METHOD)
                    : state.errors.say(Refusal.NO_SUCH_PATH);
        }
        if (operationId.equals(TOKEN)) {
            return token.handle(request);
        }
        Optional<String> bearer = request.authorization("bearer");
        if (bearer.isEmpty()) {
            return state.errors.say(Refusal.NO_AUTHENTICATION);
        }
        if (judgement.caller() == null) {
            return state.errors.badToken(operationId, bearer.get());
        }
        if (!isJson(request)) {
            return state.errors.invalid(unreadField(request));
        }
        Optional<MarketAnswer> refusal = refusal(judgement.violations());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        DarajaOperation operation = operations.get(operationId);
        if (operation == null) {
            throw new IllegalStateException("the spec has an operation that the sandbox lacks: " + operationId);
        }
        JsonObject body = JsonParser.parseString(request.body()).getAsJsonObject();
        return operation.handle(new DarajaCall(operationId, body, faults));
    }

    @Override
    public MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement) {
        String operationId = judgement.operationId();
        if (fault == Fault.WRONG_CREDENTIALS && operations.get(operationId) instanceof ResultOperation) {
            // A request of an initiator is accepted, and its result says what is wrong.
            return handle(request, judgement, Set.of(fault));
        }
        return faultAnswers.answer(fault, operationId == null ? "" : operationId, request);
    }

    @Override
    public JsonObject describe(String baseUrl) {
        Organisation organisation = state.organisation;
        return JsonFields.with("baseUrl", baseUrl)
                .and("consumerKey", state.defaultApp.consumerKey())
                .and("consumerSecret", state.defaultApp.consumerSecret())
                .and("payBill", organisation.payBill())
                .and("passkey", organisation.passkey())
                .and("storeNumber", organisation.storeNumber())
                .and("tillNumber", organisation.tillNumber())
                .and("businessShortCode", organisation.businessShortCode())
                .and("initiatorName", state.initiator.name())
                .and("initiatorPassword", state.initiator.password())
                .and("certificate", state.initiator.certificatePem())
                .json();
    }

    @Override
    public Map<String, Ledger> ledgers() {
        return Map.of(ANY_CURRENCY, state.ledger);
    }

    @Override
    public Commands commands() {
        return new Commands()
                .with("phone", state.phone::obey)
                .on("expire-tokens", state.tokens::expireAll)
                .form("pending", PendingForm.class, form -> state.pendingForm = form)
                .form("payer", PayerForm.class, form -> state.payerForm = Optional.of(form))
                .with(
                        "fail-next",
                        argument -> state.endings.next(
                                Commands.member(argument, "operation").getAsString(),
                                Commands.member(argument, "code").getAsString()));
    }

    @Override
    public void reset() {
        state.reset();
    }

    KenyaState state() {
        return state;
    }

    private Optional<MarketAnswer> refusal(List<Violation> violations) {
        return violations.stream()
                .filter(Violation::refused)
                .findFirst()
                .map(first -> first.field().isEmpty()
                        ? state.errors.say(Refusal.INVALID_PAYLOAD)
                        : state.errors.invalid(first.field()));
    }

    /** The gateway does not read a body of another type, and then misses what it reads first. */
    private String unreadField(MarketRequest request) {
        Set<String> fields = spec.operation(request).orElseThrow().fields().keySet();
        return fields.contains("InitiatorName")
                ? "InitiatorName"
                : fields.iterator().next();
    }

    private static boolean isJson(MarketRequest request) {
        String type = request.header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static OpenApiSpec spec() {
        return OpenApiSpec.load(SPECS + "openapi.yaml");
    }

    static Catalogue catalogue(String table) {
        return Catalogue.load(SPECS + "codes.yaml", table);
    }
}
