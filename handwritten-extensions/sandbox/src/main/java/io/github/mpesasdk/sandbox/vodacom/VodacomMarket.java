package io.github.mpesasdk.sandbox.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.CustomerPayment;
import io.github.mpesasdk.sandbox.ipg.Gateway;
import io.github.mpesasdk.sandbox.ipg.Payment;
import io.github.mpesasdk.sandbox.ipg.Place;
import io.github.mpesasdk.sandbox.ipg.Question;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.ipg.Result;
import io.github.mpesasdk.sandbox.ipg.Reversal;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.Sessions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI's gateway: all countries of {@code x-markets} behind one address. For the server, not for users. */
public final class VodacomMarket extends Gateway {

    private static final String SPECS = "io/github/mpesasdk/specs/vodacom/";

    static final String SERVICE_PROVIDER = "000000";
    static final String RECEIVER = "000001";

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/ipg/v2/([^/]+)(/.*)");

    /** The two questions for which a repeated reference is not documented, and the session, which has none. */
    private static final Set<String> WITHOUT_REFERENCE =
            Set.of("getSession", "queryTransactionStatus", "queryBeneficiaryName");

    private final Sessions<VodacomApp> sessions;
    private final VodacomApp defaultApp;
    private final Mandates mandates = new Mandates(catalogue());
    private final SecondStage secondStage = new SecondStage(this);

    /** A gateway with credentials of its own, drawn now. */
    public VodacomMarket(MarketContext context) {
        super(SPECS, context, Country.phone(OpenApiSpec.load(SPECS + "openapi.yaml")));
        sessions = new Sessions<>(context.clock(), context.tokenLifetime());
        defaultApp = addApp("default");
        serve("getSession", new SessionOpening(this, sessions));
        serve("c2bPayment", new CustomerPayment(this, Kind.C2B));
        serve("c2bPaymentMultiStage", new MultiStagePayment(this, secondStage));
        serve("b2cPayment", new Payment(this, Kind.B2C, "ServiceProviderCode", "CustomerMSISDN"));
        serve("b2bPayment", new Payment(this, Kind.B2B, "PrimaryPartyCode", "ReceiverPartyCode"));
        serve("reversal", new Reversal(this));
        serve("queryTransactionStatus", new TransactionStatusQuery(this));
        serve("updateTransactionStatus", secondStage);
        serve("directDebitCreation", new DirectDebitCreation(this, mandates));
        serve("directDebitPayment", new DirectDebitPayment(this, mandates));
        serve("queryDirectDebit", new DirectDebitQuery(this, mandates));
        serve("directDebitCancel", new DirectDebitCancel(this, mandates));
        serve("queryBeneficiaryName", new Question(this::name, ""));
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
    public MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults) {
        if (place(request).isPresent()) {
            return super.handle(request, judgement, faults);
        }
        Matcher address = ADDRESS.matcher(request.path());
        if (!address.matches() || !address.group(1).equals("sandbox")) {
            // Inferred: production does not know the sandbox's keys.
            return notAuthorized();
        }
        Code code = catalogue().of("INS-998", "");
        return MarketAnswer.json(code.http(), envelope(code).json());
    }

    @Override
    protected Optional<Place> place(MarketRequest request) {
        Matcher address = ADDRESS.matcher(request.path());
        boolean exists = address.matches()
                && address.group(1).equals("sandbox")
                && Country.of(spec(), address.group(2)).isPresent();
        return exists ? Optional.of(new Place(address.group(2), request.at(address.group(3)))) : Optional.empty();
    }

    @Override
    protected Optional<String> caller(String operationId, String market, String secret) {
        Optional<VodacomApp> app =
                operationId.equals("getSession") ? sessions.byKey(secret) : sessions.bySession(secret, market);
        return app.map(VodacomApp::name);
    }

    @Override
    protected boolean takesReferenceOnce(String operationId) {
        return !WITHOUT_REFERENCE.contains(operationId);
    }

    @Override
    protected Optional<Code> refusal(Call call) {
        if (call.id().equals("getSession")) {
            return Optional.empty();
        }
        Country country = Country.of(spec(), call.market()).orElseThrow();
        if (!call.text("Country").equals(country.code())) {
            return Optional.of(catalogue().of("INS-998", call.id()));
        }
        if (call.has("Currency") && !country.uses(call.text("Currency"))) {
            return Optional.of(catalogue().of("INS-26", call.id()));
        }
        if (!isOf(SERVICE_PROVIDER, call)) {
            return Optional.of(code(Reason.WRONG_SHORT_CODE, call));
        }
        // The receivers of the documented test values.
        boolean known =
                !call.has("ReceiverPartyCode") || call.text("ReceiverPartyCode").matches("00000[1-7]");
        return known ? Optional.empty() : Optional.of(code(Reason.NO_SUCH_RECEIVER, call));
    }

    @Override
    protected Optional<Code> fate(Call call) {
        return TestValues.fate(call, catalogue());
    }

    @Override
    protected String transactionId() {
        return random().letters(12);
    }

    @Override
    protected JsonObject answer(Call call, Result result) {
        JsonFields answer = envelope(result.code());
        result.fields().forEach((field, value) -> answer.and("output_" + field, value));
        return call.id().equals("getSession")
                ? answer.json()
                : answer.and("output_ConversationID", call.conversationId())
                        .and("output_ThirdPartyConversationID", call.callerReference())
                        .json();
    }

    @Override
    protected JsonObject callback(Call call, Result result) {
        // One callback speaks like an answer.
        String kind = call.id().equals("queryDirectDebit") ? "input_Response" : "input_Result";
        JsonFields callback = JsonFields.with("input_OriginalConversationID", call.conversationId());
        result.fields().forEach((field, value) -> callback.and("input_" + field, value));
        return callback.and(kind + "Code", result.code().code())
                .and(kind + "Desc", result.code().words())
                .and("input_ThirdPartyConversationID", call.callerReference())
                .json();
    }

    @Override
    protected String replyCode(String operationId) {
        return switch (operationId) {
            case "queryDirectDebit" -> "INS-0";
            case "updateTransactionStatus" -> "INS-GAR-0";
            default -> "0";
        };
    }

    @Override
    public JsonObject describe(String baseUrl) {
        return JsonFields.with("baseUrl", baseUrl)
                .and("environment", "sandbox")
                .and("apiKey", defaultApp.apiKey())
                .and("publicKey", keys().publicKeyBase64())
                .and("serviceProviderCode", SERVICE_PROVIDER)
                .and("receiverPartyCode", RECEIVER)
                .json();
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
        mandates.reset();
        secondStage.reset();
    }

    /** Adds an application and draws its API key. */
    VodacomApp addApp(String name) {
        String key = random().letters(32);
        return sessions.add(key, new VodacomApp(name, key));
    }

    VodacomApp defaultApp() {
        return defaultApp;
    }

    Sessions<VodacomApp> sessions() {
        return sessions;
    }

    /** All customers have the same name. */
    private Result name(Call call) {
        return Result.of(success(call)).with("CustomerFirstName", "Amina").with("CustomerLastName", "Test");
    }

    private static JsonFields envelope(Code code) {
        return JsonFields.with("output_ResponseCode", code.code()).and("output_ResponseDesc", code.words());
    }
}
