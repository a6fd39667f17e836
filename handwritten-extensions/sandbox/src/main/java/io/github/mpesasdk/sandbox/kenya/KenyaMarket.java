package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.Place;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Sessions;
import io.github.mpesasdk.sandbox.market.Task;
import io.github.mpesasdk.sandbox.market.Violation;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Daraja gateway: its tokens, its errors, and what its operations share. For the server, not for users. */
public final class KenyaMarket extends Gateway {

    /** Its name. */
    public static final String NAME = "kenya";

    static final String TOKEN = "token";

    /** A request was taken, or a question answered. */
    static final Code ACCEPTED = new Code(200, "0", "Accept the service request successfully.");

    private static final String SPECS = "io/github/mpesasdk/specs/daraja/";
    private static final List<String> PATHS =
            List.of("/mpesa/", "/oauth/", "/standingorder/", "/pulltransactions/", "/v1/ussdpush/");
    /** The samples have 28 characters; some clients came to rely on it. */
    private static final int TOKEN_LENGTH = 28;

    final NairobiTime time;
    final Identifiers ids;
    final Organisation organisation;
    final Initiator initiator;
    final Sessions<App> tokens;
    final App defaultApp;
    final Ledger ledger;
    final C2bRegistrations registrations = new C2bRegistrations(this);
    volatile PendingForm pendingForm = PendingForm.ERROR_500;
    volatile Optional<PayerForm> payerForm = Optional.empty();

    private final StkPush stkPush = new StkPush(this);
    private final StandingOrder standingOrder = new StandingOrder(this);
    private final Pull pull = new Pull(this);
    private final FaultAnswers faultAnswers = new FaultAnswers(this);
    final Endings endings = new Endings(this);

    /** A gateway for one tenant. */
    public KenyaMarket(MarketContext context) {
        super(
                NAME,
                OpenApiSpec.of(SPECS + "openapi.yaml"),
                catalogue("x-results"),
                context,
                new Phone("254[17]\\d{8}", "2547 or 2541 and eight digits"));
        time = new NairobiTime(context.clock());
        ids = new Identifiers(time);
        Credentials credentials = context.credentials();
        tokens = new Sessions<>(context.clock(), context.tokenLifetime());
        defaultApp = add(
                new App(credentials.letters("kenya.consumerKey", 32), credentials.letters("kenya.consumerSecret", 32)));
        organisation = Organisation.of(credentials, context.takesAnyone());
        initiator = new Initiator(credentials, context.takesAnyone());
        ledger = new Ledger(context.clock(), organisation::party);
        serve(TOKEN, call -> Task.answer(token(call)));
        serve("stkPush", stkPush);
        serve("stkQuery", call -> Task.answer(stkPush.query(call)));
        for (String version : List.of("V1", "V2")) {
            serve("c2bRegisterUrl" + version, call -> Task.answer(registrations.register(call)));
            serve("c2bSimulate" + version, new C2bSimulate(this));
        }
        for (String pays : List.of("b2cPaymentV1", "b2cPaymentV3", "b2pochiPayment")) {
            serve(pays, new B2cPayment(this));
        }
        serve("b2bPayment", new B2bPayment(this));
        serve("taxRemittance", new B2bPayment(this));
        serve("b2bExpressCheckout", new ExpressCheckout(this));
        serve("standingOrderCreate", standingOrder);
        serve("qrGenerate", new QrCode());
        serve("pullRegister", call -> Task.answer(pull.register(call)));
        serve("pullQuery", call -> Task.answer(pull.query(call)));
        serve("accountBalance", new AccountBalance(this));
        serve("transactionStatus", new TransactionStatus(this));
        serve("reversal", new Reversal(this));
    }

    @Override
    public String paths() {
        return String.join(", ", PATHS);
    }

    @Override
    public boolean owns(String path) {
        return PATHS.stream().anyMatch(path::startsWith);
    }

    @Override
    protected Optional<Place> place(MarketRequest request) {
        return Optional.of(Place.of(NAME, request));
    }

    /** The app that a request proves to be: by key and secret, or by token. */
    @Override
    protected Optional<String> caller(String operationId, Place place) {
        return app(operationId, place.request()).map(App::consumerKey);
    }

    @Override
    protected MarketAnswer nothing(MarketRequest request) {
        Reason reason = spec().knows(request.path()) ? Reason.WRONG_METHOD : Reason.NO_SUCH_PATH;
        return error(refusals().of(reason, ""));
    }

    @Override
    protected Optional<MarketAnswer> refusedEarly(Call call, @Nullable String caller) {
        MarketRequest request = call.place().request();
        boolean asksForToken = call.id().equals(TOKEN);
        if (request.authorization(asksForToken ? "basic" : "bearer").isEmpty()) {
            return Optional.of(error(refusal(Reason.NO_CREDENTIALS, call)));
        }
        if (asksForToken && !call.text("grant_type").equals("client_credentials")) {
            return Optional.of(error(invalid("grant_type", call)));
        }
        return caller == null ? Optional.of(faultAnswers.stranger(call)) : Optional.empty();
    }

    @Override
    protected Catalogue refusals() {
        return catalogue("x-errors");
    }

    @Override
    protected List<Violation> violations(Place place) {
        List<Violation> found = new ArrayList<>(super.violations(place));
        MarketRequest request = place.request();
        if (spec().operation(request).isPresent() && request.method().equals("POST") && !request.isJson()) {
            found.add(0, Violation.refused("", "the body is not sent as application/json", "captured"));
        }
        JsonObjects.read(request.body()).flatMap(initiator::remark).ifPresent(found::add);
        return found;
    }

    @Override
    protected Optional<Code> refusal(Call call, List<Violation> violations) {
        if (call.id().equals(TOKEN)) {
            return Optional.empty();
        }
        if (!call.place().request().isJson()) {
            // The gateway does not read a body of another type, and then misses what it reads first.
            Set<String> fields = call.operation().fields().keySet();
            String first = fields.iterator().next();
            return Optional.of(invalid(fields.contains("InitiatorName") ? "InitiatorName" : first, call));
        }
        return violations.stream().filter(Violation::isRefused).findFirst().map(first -> refusals()
                .of(first, call.id()));
    }

    @Override
    protected Optional<Code> refusal(Call call) {
        return Optional.empty();
    }

    /** A payment uses its id up, whatever its outcome. */
    @Override
    protected boolean takesReferenceOnce(Call call) {
        return operation(call.id()) instanceof B2cPayment;
    }

    @Override
    protected Optional<Code> demanded(Call call) {
        return call.faults().contains(Fault.WRONG_CREDENTIALS)
                ? Optional.of(code(Reason.WRONG_SECRET, call))
                : endings.take(call);
    }

    /** The sender's id is one that it made for this request, if it made any. */
    @Override
    protected Conversation conversation(Call call) {
        String reference = String.valueOf(call.operation().extension("x-reference"));
        String own = reference.endsWith("URL") ? "" : call.text(reference);
        return new Conversation(
                NAME,
                own.isEmpty() ? ids.request() : own,
                call.id().equals("stkPush") ? ids.checkout(stkPush.handset(call)) : ids.conversation());
    }

    @Override
    protected Optional<Result> acceptance(Call call) {
        return operation(call.id()) instanceof CallbackOperation told
                ? Optional.of(told.acceptance(call))
                : Optional.empty();
    }

    @Override
    public Result refused(Call call, Code code) {
        return operation(call.id()) instanceof ResultOperation told ? told.refused(call, code) : Result.of(code);
    }

    @Override
    protected MarketAnswer answer(Call call, Result result) {
        if (result.code().http() >= 400) {
            return operation(call.id()) instanceof StandingOrder orders
                    ? orders.error(result.code())
                    : error(result.code());
        }
        JsonObject body = new JsonObject();
        result.fields().forEach(body::add);
        return MarketAnswer.json(result.code().http(), body);
    }

    @Override
    protected Callback callback(Call call, Result result) {
        return ((CallbackOperation) operation(call.id())).callback(call, result);
    }

    @Override
    protected Callback timeout(Call call, Result outcome) {
        return operation(call.id()) instanceof ResultOperation told ? told.timeout(call) : callback(call, outcome);
    }

    @Override
    protected Code unsettling(Call call) {
        return code(operation(call.id()) instanceof Prompt ? Reason.PENDING : Reason.INTERNAL, call);
    }

    @Override
    protected Optional<MarketAnswer> intermediary(Fault fault) {
        return FaultAnswers.intermediary(fault);
    }

    @Override
    public MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement) {
        String id = String.valueOf(judgement.operationId());
        // A request of an initiator is accepted, and its result says what is wrong.
        return fault == Fault.WRONG_CREDENTIALS && operation(id) instanceof ResultOperation
                ? handle(request, judgement, Set.of(fault))
                : super.misbehave(fault, request, judgement);
    }

    @Override
    protected MarketAnswer ownWords(Fault fault, Call call) {
        return faultAnswers.answer(fault, call);
    }

    @Override
    protected List<String> payeeFields() {
        return List.of("PartyB", "ReceiverShortCode", "receiverShortCode", "BusinessShortCode");
    }

    @Override
    protected List<String> referenceFields() {
        return List.of("AccountReference", "paymentRef");
    }

    @Override
    public Ledger ledger(Call call) {
        return ledger;
    }

    @Override
    public String transactionId(Call call) {
        return ids.receipt();
    }

    @Override
    public JsonObject describe(String baseUrl) {
        JsonObject told = super.describe(baseUrl);
        told.addProperty("certificate", initiator.certificatePem());
        return told;
    }

    /** Store and till are left out: with them a client would collect for the till instead of the pay bill. */
    @Override
    public Map<String, String> variables() {
        return Map.of(
                "consumerKey", "CONSUMER_KEY",
                "consumerSecret", "CONSUMER_SECRET",
                "payBill", "PAY_BILL",
                "passkey", "PASSKEY",
                "businessShortCode", "SHORT_CODE",
                "initiatorName", "INITIATOR_NAME",
                "initiatorPassword", "INITIATOR_PASSWORD",
                "certificate", "CERTIFICATE");
    }

    @Override
    public Map<String, Ledger> ledgers() {
        return Map.of(ANY_CURRENCY, ledger);
    }

    @Override
    public Commands commands() {
        return super.commands()
                .on("expire-tokens", tokens::expireAll)
                .form("pending", PendingForm.class, form -> pendingForm = form)
                .form("payer", PayerForm.class, form -> payerForm = Optional.of(form))
                .with(
                        "fail-next",
                        argument -> endings.failNext(
                                Commands.text(argument, "operation"), Commands.code(argument, "code")));
    }

    @Override
    public void reset() {
        super.reset();
        stkPush.reset();
        registrations.reset();
        standingOrder.reset();
        pull.reset();
        endings.clear();
        initiator.unlock();
        pendingForm = PendingForm.ERROR_500;
        payerForm = Optional.empty();
    }

    /** Adds an app. */
    App add(App app) {
        return tokens.add(app.consumerKey(), app);
    }

    /** It was taken, in the words that the spec has under this name. */
    static Result accepted(Call call, String example) {
        return Result.of(ACCEPTED, call.operation().answer(example));
    }

    /** A code as an operation says it. */
    Code result(String code, Call call) {
        return catalogue().of(code, call.id());
    }

    /** What is said to a field that is wrong. */
    Code invalid(String field, Call call) {
        return refusals().of(Violation.refused(field, "", ""), call.id());
    }

    /** A refusal in the gateway's usual envelope. */
    MarketAnswer error(Code code) {
        return JsonFields.with("requestId", ids.request())
                .and("errorCode", code.code())
                .and("errorMessage", code.words())
                .answer(code.http());
    }

    /** A transaction that begins now, to be noted in the ledger. */
    LedgerEntry entry(LedgerEntry.Kind kind, Call call, Purse from, Purse to, String reference) {
        BigDecimal amount = call.amount(call.has("Amount") ? "Amount" : "amount");
        return ledger.entry(transactionId(call), kind, amount, from, to, reference, call.conversation());
    }

    static Catalogue catalogue(String table) {
        return Catalogue.table(SPECS + "codes.yaml", table);
    }

    private Optional<App> app(String operationId, MarketRequest request) {
        if (!operationId.equals(TOKEN)) {
            return request.authorization("bearer").flatMap(token -> tokens.bySession(token, NAME));
        }
        return request.authorization("basic").map(App::claimed).flatMap(claimed -> tokens.byKey(claimed.consumerKey())
                .filter(claimed::equals)
                .or(() -> context().anyone(defaultApp)));
    }

    private Result token(Call call) {
        App app = app(TOKEN, call.place().request()).orElseThrow();
        return Result.of(ACCEPTED)
                .with("access_token", tokens.open(app, NAME, ids.secret(TOKEN_LENGTH)))
                .with("expires_in", String.valueOf(context().tokenLifetime().toSeconds()));
    }
}
