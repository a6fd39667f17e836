package io.github.mpesasdk.sandbox.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.CustomerPayment;
import io.github.mpesasdk.sandbox.market.ExpectedReply;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.Payment;
import io.github.mpesasdk.sandbox.market.Place;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Sessions;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import io.github.mpesasdk.sandbox.market.Task;
import io.github.mpesasdk.sandbox.market.Violation;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The SOAP gateway: two addresses, and one message for everything. For the server, not for users. */
public final class DrcMarket extends Gateway {

    /** Its name. */
    public static final String NAME = "drc";

    static final String LOGIN = "login";
    static final List<String> CURRENCIES = List.of("CDF", "USD");

    private static final String CODES = "io/github/mpesasdk/specs/drc/codes.yaml";
    static final Catalogue EVENTS = Catalogue.table(CODES, "x-errors");
    private static final Code PROCESSED = new Code(200, "3", "Processed");
    private static final Catalogue ACKNOWLEDGEMENTS = Catalogue.table(CODES, "x-acknowledgements");
    private static final String NOT_XML = "is not text/xml";
    static final String COLLECTING = "c2bPayment";
    private static final String C2B_EVENT = "80049";

    final Sessions<DrcLogin> sessions;
    final DrcLogin defaultLogin;
    volatile WrongCredentialsForm wrongCredentials = WrongCredentialsForm.PROCESSED;
    volatile B2cAnswerForm b2cAnswer = B2cAnswerForm.INSIGHT_TXID;
    volatile SoapFaultForm soapFault = SoapFaultForm.SERVER_500;
    volatile boolean xmlOnly;
    volatile boolean rotatingPrefixes;

    private final Map<String, Ledger> ledgers = new TreeMap<>();
    private final SoapAnswers answers = new SoapAnswers(() -> rotatingPrefixes);
    private final Merchant merchant;

    /** A gateway for one tenant. */
    public DrcMarket(MarketContext context) {
        super(
                NAME,
                Event.MESSAGES,
                Catalogue.table(CODES, "x-results"),
                context,
                new Phone("243\\d{9}", "243 and nine digits"));
        sessions = new Sessions<>(context.clock(), context.tokenLifetime());
        Credentials credentials = context.credentials();
        defaultLogin = add(new DrcLogin(
                "default", credentials.letters("drc.username", 8), credentials.letters("drc.password", 16)));
        CURRENCIES.forEach(currency -> ledgers.put(currency, new Ledger(context.clock())));
        merchant = new Merchant(credentials);
        serve(LOGIN, call -> Task.answer(login(call)));
        serve(COLLECTING, new CustomerPayment(this, Kind.C2B));
        serve("b2cPayment", new Payment(this, Kind.B2C, "Shortcode", "CustomerMSISDN"));
    }

    @Override
    public String paths() {
        return "/insight/SOAPIn, /iPG/B2C";
    }

    @Override
    public boolean owns(String path) {
        return path.matches("/(insight|iPG)/[^/]*");
    }

    @Override
    protected Optional<Place> place(MarketRequest request) {
        boolean isCall = request.method().equals("POST") && Event.knows(request.path());
        return isCall ? Optional.of(SoapRequest.read(request)) : Optional.empty();
    }

    /** Who sent a message: by name and password, or by session. */
    @Override
    protected Optional<String> caller(String operationId, Place place) {
        SoapRequest request = (SoapRequest) place;
        Optional<DrcLogin> caller = operationId.equals(LOGIN)
                ? sessions.byKey(request.text("Username"))
                        .filter(login -> login.password().equals(request.text("Password")))
                        .or(() -> context().anyone(defaultLogin))
                : Optional.ofNullable(request.token()).flatMap(token -> sessions.bySession(token, NAME));
        return caller.map(DrcLogin::name);
    }

    @Override
    protected List<Violation> violations(Place place) {
        SoapRequest request = (SoapRequest) place;
        List<Violation> found = new ArrayList<>();
        if (!request.isXml()) {
            found.add(
                    readsXmlOnly()
                            ? Violation.refused("Content-Type", NOT_XML, "inferred")
                            : Violation.remark("Content-Type", NOT_XML));
        }
        Optional<SpecOperation> operation = spec().operation(request.request());
        if (operation.isPresent()) {
            found.addAll(RequestRules.violations(operation.get(), request, refusals()));
            if (!context().takesAnyone()) {
                found.addAll(merchant.violations(operation.get(), request));
            }
        } else if (request.fault().isEmpty()) {
            found.add(Violation.refused("EventID", "is not known at this address", "inferred"));
        } else {
            found.add(Violation.refused("", request.fault(), "captured"));
        }
        return found;
    }

    /** As an application server answers where it has nothing to call, and the gateway where it understands nothing. */
    @Override
    protected MarketAnswer nothing(MarketRequest request) {
        if (place(request).orElse(null) instanceof SoapRequest soap) {
            if (readsXmlOnly() && !soap.isXml()) {
                return MarketAnswer.empty(415);
            }
            return soap.fault().isEmpty()
                    ? answer(soap, Result.of(invalid("EventID is not known at this address")))
                    : SoapAnswers.fault(500, "Client", soap.fault());
        }
        return Description.answer(request)
                .orElseGet(() -> Event.knows(request.path())
                        ? MarketAnswer.empty(405).with("Allow", "POST")
                        : MarketAnswer.html(
                                404, "<html><head><title>404 Not Found</title></head><body>Not Found</body></html>"));
    }

    @Override
    protected Optional<MarketAnswer> refusedEarly(Call call, @Nullable String caller) {
        if (readsXmlOnly() && !((SoapRequest) call.place()).isXml()) {
            return Optional.of(MarketAnswer.empty(415));
        }
        return caller == null && !call.id().equals(LOGIN)
                ? Optional.of(answer(call, rejected(call)))
                : Optional.empty();
    }

    @Override
    protected Optional<Code> refusal(Call call, List<Violation> violations) {
        return Violation.first(violations).map(first -> invalid(first.text()));
    }

    @Override
    protected Optional<Code> refusal(Call call) {
        if (call.has("Currency") && !CURRENCIES.contains(call.text("Currency"))) {
            return Optional.of(invalid("Currency is not known"));
        }
        return Optional.empty();
    }

    @Override
    protected boolean takesReferenceOnce(Call call) {
        return !call.id().equals(LOGIN);
    }

    @Override
    protected Code duplicate(Call call) {
        return ACKNOWLEDGEMENTS.of(Reason.DUPLICATE, call.id());
    }

    @Override
    protected Conversation conversation(Call call) {
        String id = asC2b(call) ? random().hex(16).toUpperCase(Locale.ROOT) : random().smallLetters(32);
        return new Conversation(NAME, call.text("ThirdPartyReference"), id);
    }

    @Override
    protected Optional<Result> acceptance(Call call) {
        if (call.id().equals(LOGIN)) {
            return Optional.empty();
        }
        Result accepted = Result.of(PROCESSED);
        String id = call.conversation().id();
        return Optional.of(
                asC2b(call)
                        ? accepted.with("InsightReference", id)
                                .with("ResponseCode", "0")
                                .with("CustomerMSISDN", call.text("CustomerMSISDN"))
                        : accepted.with("Insight_txid", id).with("ResponseCode", "0"));
    }

    @Override
    protected MarketAnswer answer(Call call, Result result) {
        return answer((SoapRequest) call.place(), result);
    }

    @Override
    protected Callback callback(Call call, Result result) {
        boolean paid = result.code().equals(success(call));
        return CallbackMessage.of(call, result, paid ? context().clock().instant() : null);
    }

    /** What clients are known to reply. Some reply otherwise and live, so all that comes of it is a remark. */
    @Override
    protected ReplyCheck reply(Call call) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("ResponseCode", "200"));
        if (!call.id().equals(COLLECTING)) {
            fields.put("RESULT_CODE", "Received");
        }
        return new ExpectedReply(fields, Item::replied);
    }

    @Override
    protected MarketAnswer ownWords(Fault fault, Call call) {
        return switch (fault) {
            case REFUSED_IN_200 -> answer(call, Result.of(invalid("refused on request")));
            case REFUSED_BY_RESPONSE_CODE ->
                answer(call, call.id().equals(LOGIN) ? noSession(PROCESSED) : Result.of(new Code(200, "1", "")));
            case TOKEN_REJECTED, MISSING_PRODUCT, WRONG_CREDENTIALS -> answer(call, rejected(call));
            case SPIKE_ARREST, SYSTEM_BUSY -> soapFault.answer(false);
            case SERVER_ERROR_500_ENVELOPE -> soapFault.answer(true);
            default -> MarketAnswer.empty(500);
        };
    }

    /** The event says what the refusal says, and the response holds the items of both. */
    @Override
    public MarketAnswer both(MarketAnswer acceptance, MarketAnswer refusal) {
        String items = acceptance.body().replaceFirst("(?s).*<response>(.*)</response>.*", "$1");
        return refusal.saying(refusal.body().replace("<response>", "<response>" + items));
    }

    @Override
    protected List<String> referenceFields() {
        return List.of("ThirdPartyReference");
    }

    /** M-Pesa in the DRC keeps francs and dollars apart. */
    @Override
    public Ledger ledger(Call call) {
        return ledger(call.text("Currency"));
    }

    @Override
    public String transactionId(Call call) {
        return call.id().equals(COLLECTING) ? random().capitals(10) : "X-BS" + random().digits(8);
    }

    @Override
    public JsonObject describe(String baseUrl) {
        JsonObject told = super.describe(baseUrl);
        told.addProperty("loginUrl", baseUrl + Event.pathOf(LOGIN));
        told.addProperty("c2bUrl", baseUrl + Event.pathOf(COLLECTING));
        told.addProperty("b2cUrl", baseUrl + Event.pathOf("b2cPayment"));
        return told;
    }

    @Override
    public Map<String, Ledger> ledgers() {
        return ledgers;
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("username", "USERNAME", "password", "PASSWORD");
    }

    @Override
    public Commands commands() {
        return super.commands()
                .on("expire-sessions", sessions::expireAll)
                .millis("session-lifetime", sessions::lifetime)
                .form("wrong-credentials", WrongCredentialsForm.class, form -> wrongCredentials = form)
                .form("b2c-answer", B2cAnswerForm.class, form -> b2cAnswer = form)
                .form("soap-fault", SoapFaultForm.class, form -> soapFault = form)
                .flag("xml-only", on -> xmlOnly = on)
                .flag("rotating-prefixes", on -> rotatingPrefixes = on);
    }

    @Override
    public void reset() {
        super.reset();
        sessions.reset();
        wrongCredentials = WrongCredentialsForm.PROCESSED;
        b2cAnswer = B2cAnswerForm.INSIGHT_TXID;
        soapFault = SoapFaultForm.SERVER_500;
        xmlOnly = false;
        rotatingPrefixes = false;
    }

    /**
     * Who has how much in a currency.
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    Ledger ledger(String currency) {
        return Optional.ofNullable(ledgers.get(currency))
                .orElseThrow(() -> new IllegalArgumentException("the currencies are " + CURRENCIES));
    }

    /** Lets somebody else log in. */
    DrcLogin addLogin(String name) {
        return add(new DrcLogin(name, random().letters(8), random().letters(16)));
    }

    private DrcLogin add(DrcLogin login) {
        return sessions.add(login.username(), login);
    }

    /** What the merchant has in an item. */
    String merchant(String item) {
        return merchant.item(item);
    }

    private Result login(Call call) {
        return sessions.byKey(call.text("Username"))
                .filter(login -> login.password().equals(call.text("Password")))
                .or(() -> context().anyone(defaultLogin))
                .map(login -> Result.of(PROCESSED).with("SessionID", sessions.open(login, NAME, random().hex(16))))
                .orElseGet(() -> rejected(call));
    }

    /** What a login with wrong credentials hears, and anybody else whose session is over. */
    private Result rejected(Call call) {
        if (!call.id().equals(LOGIN)) {
            return Result.of(EVENTS.of(Reason.BAD_TOKEN, call.id()));
        }
        return noSession(
                wrongCredentials == WrongCredentialsForm.PROCESSED
                        ? PROCESSED
                        : EVENTS.of("4", LOGIN, "Authentication Failed"));
    }

    private static Result noSession(Code event) {
        return Result.of(event)
                .with("SessionID", EVENTS.of("3", LOGIN, "Invalid Credentials").words());
    }

    /** How the gateway words an invalid message is not known; that the words Invalid Packet are in it, is. */
    private static Code invalid(String why) {
        return EVENTS.of(Reason.INVALID, "").filled("reason", why);
    }

    private boolean readsXmlOnly() {
        return xmlOnly || isStrict();
    }

    private boolean asC2b(Call call) {
        return call.id().equals(COLLECTING) || b2cAnswer == B2cAnswerForm.INSIGHT_REFERENCE;
    }

    /** Every code but that of an error is a response to a message that was processed. */
    private MarketAnswer answer(SoapRequest request, Result result) {
        boolean processed = !result.code().code().equals("4");
        List<Item> items = new ArrayList<>();
        result.fields().forEach((name, value) -> items.add(Item.text(name, value.getAsString())));
        if (processed && items.isEmpty()) {
            items.add(Item.text("ResponseCode", result.code().code()));
        }
        return answers.answer(
                result.fields().containsKey("InsightReference") ? C2B_EVENT : request.eventId(),
                processed ? PROCESSED : result.code(),
                processed ? random().hex(16) : null,
                request.items(),
                items);
    }
}
