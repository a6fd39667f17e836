package io.github.mpesasdk.sandbox.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.ipg.JsonGateway;
import io.github.mpesasdk.sandbox.ipg.Reversal;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.CustomerPayment;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.Payment;
import io.github.mpesasdk.sandbox.market.Place;
import io.github.mpesasdk.sandbox.market.Question;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Sessions;
import io.github.mpesasdk.sandbox.market.Task;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI's gateway: all countries of {@code x-markets} behind one address. For the server, not for users. */
public final class VodacomMarket extends JsonGateway {

    /** Its name. */
    public static final String NAME = "vodacom";

    private static final String SPECS = "io/github/mpesasdk/specs/vodacom/";

    /** The documented short code of the portal's own sandbox. */
    private static final String SERVICE_PROVIDER = "000000";

    private static final String RECEIVER = "000001";

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/ipg/v2/([^/]+)(/.*)");

    private final Sessions<VodacomApp> sessions;
    private final VodacomApp defaultApp;
    private final DirectDebits debits = new DirectDebits(this);
    private final SecondStage secondStage = new SecondStage(this);

    /** A gateway for one tenant. */
    public VodacomMarket(MarketContext context) {
        super(NAME, SPECS, context, Country.phone(OpenApiSpec.of(SPECS + "openapi.yaml")), SERVICE_PROVIDER, RECEIVER);
        sessions = new Sessions<>(context.clock(), context.tokenLifetime());
        defaultApp = addApp("default", apiKey());
        Reversal reversal = new Reversal(this);
        serve("getSession", call -> Task.answer(session(call)));
        serve("c2bPayment", new CustomerPayment(this, Kind.C2B));
        serve("c2bPaymentMultiStage", new MultiStagePayment(this, secondStage));
        serve("b2cPayment", new Payment(this, Kind.B2C, "ServiceProviderCode", "CustomerMSISDN"));
        serve("b2bPayment", new Payment(this, Kind.B2B, "PrimaryPartyCode", "ReceiverPartyCode"));
        serve("reversal", new Question(this, reversal::reverse, this::done, "TransactionID"));
        serve("queryTransactionStatus", new Question(this, this::status, this::statusOfTest, ""));
        serve("updateTransactionStatus", new Question(this, secondStage::end, this::done, "TransactionID"));
        serve("directDebitCreation", new Question(this, debits::create, "TransactionReference"));
        serve("directDebitPayment", debits.payment());
        serve("queryDirectDebit", new Question(this, debits::tell, debits::tellOfTest, "TransactionReference"));
        serve("directDebitCancel", new Question(this, debits::cancel, debits::done, "TransactionReference"));
        serve("queryBeneficiaryName", new Question(this, this::name, ""));
    }

    @Override
    public String paths() {
        return "/sandbox/ipg/v2/{market}/";
    }

    @Override
    public boolean owns(String path) {
        return path.matches("/[^/]+/ipg/v2/.*");
    }

    @Override
    protected MarketAnswer nothing(MarketRequest request) {
        if (place(request).isPresent()) {
            return super.nothing(request);
        }
        Matcher address = ADDRESS.matcher(request.path());
        if (!address.matches() || !address.group(1).equals("sandbox")) {
            // Inferred: production does not know the sandbox's keys.
            return notAuthorized();
        }
        Code code = catalogue().of(Reason.WRONG_MARKET, "");
        return MarketAnswer.json(code.http(), envelope(code).json());
    }

    @Override
    protected Optional<Place> place(MarketRequest request) {
        Matcher address = ADDRESS.matcher(request.path());
        boolean exists = address.matches()
                && address.group(1).equals("sandbox")
                && Country.of(spec(), address.group(2)).isPresent();
        return exists ? Optional.of(Place.of(address.group(2), request.at(address.group(3)))) : Optional.empty();
    }

    @Override
    protected Optional<String> caller(String operationId, String market, String secret) {
        Optional<VodacomApp> app = operationId.equals("getSession")
                ? sessions.byKey(secret).or(() -> context().anyone(defaultApp))
                : sessions.bySession(secret, market);
        return app.map(VodacomApp::name);
    }

    @Override
    protected Optional<Code> refusal(Call call) {
        if (call.id().equals("getSession")) {
            return Optional.empty();
        }
        Country country = Country.of(spec(), call.market()).orElseThrow();
        if (!call.text("Country").equals(country.code())) {
            return Optional.of(code(Reason.WRONG_MARKET, call));
        }
        if (call.has("Currency") && !country.uses(call.text("Currency"))) {
            return Optional.of(code(Reason.WRONG_CURRENCY, call));
        }
        if (!isOurs(call)) {
            return Optional.of(code(Reason.WRONG_SHORT_CODE, call));
        }
        // The receivers of the documented test values.
        boolean known = context().takesAnyone()
                || !call.has("ReceiverPartyCode")
                || call.text("ReceiverPartyCode").matches("00000[1-7]");
        return known ? Optional.empty() : Optional.of(code(Reason.UNKNOWN_RECEIVER, call));
    }

    @Override
    protected Optional<Code> demanded(Call call) {
        return TestValues.demanded(call, catalogue());
    }

    @Override
    public String transactionId(Call call) {
        return random().letters(12);
    }

    @Override
    protected JsonObject body(Call call, Result result) {
        JsonFields answer = envelope(result.code());
        result.fields().forEach((field, value) -> answer.and("output_" + field, value));
        return call.id().equals("getSession")
                ? answer.json()
                : answer.and("output_ConversationID", call.conversation().id())
                        .and(
                                "output_ThirdPartyConversationID",
                                call.conversation().senderId())
                        .json();
    }

    @Override
    protected JsonObject callbackBody(Call call, Result result) {
        // One callback speaks like an answer.
        String kind = call.id().equals("queryDirectDebit") ? "input_Response" : "input_Result";
        JsonFields callback = JsonFields.with(
                "input_OriginalConversationID", call.conversation().id());
        result.fields().forEach((field, value) -> callback.and("input_" + field, value));
        return callback.and(kind + "Code", result.code().code())
                .and(kind + "Desc", result.code().words())
                .and("input_ThirdPartyConversationID", call.conversation().senderId())
                .json();
    }

    /** There is one code for all that can go wrong with a session. */
    @Override
    public Result refused(Call call, Code code) {
        return call.id().equals("getSession")
                ? Result.of(code(Reason.FAILED, call).with(code.http()))
                : super.refused(call, code);
    }

    @Override
    public JsonObject describe(String baseUrl) {
        JsonObject told = super.describe(baseUrl);
        told.addProperty("environment", "sandbox");
        return told;
    }

    @Override
    public Commands commands() {
        return super.commands()
                .on("expire-sessions", sessions::expireAll)
                .millis("activation-delay", sessions::activationDelay)
                .millis("session-lifetime", sessions::lifetime);
    }

    @Override
    public void reset() {
        super.reset();
        sessions.reset();
        debits.reset();
        secondStage.reset();
    }

    /** Adds an application and draws its API key. */
    VodacomApp addApp(String name) {
        return addApp(name, random().letters(32));
    }

    private VodacomApp addApp(String name, String key) {
        return sessions.add(key, new VodacomApp(name, key));
    }

    Sessions<VodacomApp> sessions() {
        return sessions;
    }

    /** It was done, under an id of its own. */
    Result done(Call call) {
        return Result.of(success(call)).with("TransactionID", transactionId(call));
    }

    /** Opens a session for the application whose API key was sent. */
    private Result session(Call call) {
        VodacomApp app = secret(call.place()).flatMap(sessions::byKey).orElse(defaultApp);
        return Result.of(success(call)).with("SessionID", sessions.open(app, call.market(), random().letters(32)));
    }

    private Result status(Call call) {
        return ledger().find(call.market(), call.text("QueryReference"))
                .map(entry -> told(call, entry.receipt(), entry.status(), entry.status() == Status.REVERSED))
                .orElseGet(() -> refused(call, code(Reason.NOT_FOUND, call)));
    }

    /** The documented reversed transaction is the one with the long id. */
    private Result statusOfTest(Call call) {
        String reference = call.text("QueryReference");
        return told(call, reference, Status.COMPLETED, reference.length() > 20);
    }

    /**
     * The documented callback does not say the state; a client that asks asynchronously learns only that it was found.
     */
    private Result told(Call call, String receipt, Status status, boolean reversed) {
        Result result = Result.of(success(call));
        result = isAsynchronous()
                ? result.with("TransactionID", receipt)
                : result.with("ResponseTransactionStatus", word(status));
        return result.with("OriginalTransactionID", receipt).with("Reversed", reversed ? "True" : "False");
    }

    /** All customers have the same name. */
    private Result name(Call call) {
        return Result.of(success(call)).with("CustomerFirstName", "Amina").with("CustomerLastName", "Test");
    }

    private static JsonFields envelope(Code code) {
        return JsonFields.with("output_ResponseCode", code.code()).and("output_ResponseDesc", code.words());
    }
}
