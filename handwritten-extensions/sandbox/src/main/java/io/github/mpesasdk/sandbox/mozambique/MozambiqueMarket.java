package io.github.mpesasdk.sandbox.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.ipg.JsonGateway;
import io.github.mpesasdk.sandbox.ipg.Reversal;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.CustomerPayment;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.Payment;
import io.github.mpesasdk.sandbox.market.Place;
import io.github.mpesasdk.sandbox.market.Question;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Violation;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The gateway of Mozambique's own API. An operation is found at its own port and, for those who can give only one
 * address, at the sandbox's own; at the port of another operation there is nothing. For the server, not for users.
 */
public final class MozambiqueMarket extends JsonGateway {

    /** Its name. */
    public static final String NAME = "mozambique";

    static final String BASE = "/ipg/v1x";
    private static final String SPECS = "io/github/mpesasdk/specs/mozambique/";
    private static final String SERVICE_PROVIDER = "171717";
    private static final String RECEIVER = "979797";

    final String initiatorIdentifier;
    final String securityCredential;

    private final OperationPorts ports;
    private final AtomicInteger transactions = new AtomicInteger();
    private final Map<String, String> namesByKey = new ConcurrentHashMap<>();
    private volatile CustomerNameForm customerNameForm = CustomerNameForm.RESULT_CODE;

    /** A gateway for one tenant. */
    public MozambiqueMarket(MarketContext context) {
        super(NAME, SPECS, context, new Phone("258\\d{9}", "258 and nine digits"), SERVICE_PROVIDER, RECEIVER);
        addApp("default", apiKey());
        initiatorIdentifier = context.credentials().letters("mozambique.initiatorIdentifier", 8);
        securityCredential = context.credentials().letters("mozambique.securityCredential", 8);
        serve("c2bPayment", new CustomerPayment(this, Kind.C2B));
        serve("b2cPayment", new Payment(this, Kind.B2C, "ServiceProviderCode", "CustomerMSISDN"));
        serve("b2bPayment", new Payment(this, Kind.B2B, "PrimaryPartyCode", "ReceiverPartyCode"));
        serve("reversal", new Question(this, new Reversal(this)::reverse, "TransactionID"));
        serve("queryTransactionStatus", new Question(this, this::status, ""));
        serve("queryCustomerName", new Question(this, this::name, "CustomerName"));
        ports = new OperationPorts(context.ports(), operationIds());
    }

    /** The ports that the operations have in reality. */
    public static Map<String, Integer> operatorPorts() {
        Map<String, Integer> ports = new TreeMap<>();
        OpenApiSpec.of(SPECS + "openapi.yaml")
                .operations()
                .forEach(operation ->
                        ports.put(operation.id(), (Integer) Objects.requireNonNull(operation.extension("x-port"))));
        return ports;
    }

    @Override
    public String paths() {
        return BASE + "/";
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(BASE + "/");
    }

    @Override
    public int portOf(String operationId, int main) {
        return ports.of(operationId);
    }

    @Override
    public Judgement judge(MarketRequest request) {
        Judgement usual = super.judge(request);
        String id = usual.operationId();
        if (id == null || !ports.isWrong(request.port(), id)) {
            return usual;
        }
        Violation wrong = Violation.refused("", "this is not the port of " + id, "documented");
        return new Judgement(null, usual.caller(), List.of(wrong));
    }

    @Override
    protected Optional<Place> place(MarketRequest request) {
        return Optional.of(Place.of(NAME, request.at(request.path().substring(BASE.length()))));
    }

    @Override
    protected Optional<String> caller(String operationId, String market, String secret) {
        return Optional.ofNullable(namesByKey.get(secret)).or(() -> context().anyone("default"));
    }

    /** A key that can be read and is not known has a code of its own. */
    @Override
    protected MarketAnswer stranger(Call call) {
        return secret(call.place()).isEmpty() ? notAuthorized() : refuse(call, code(Reason.BAD_TOKEN, call));
    }

    @Override
    protected Optional<Code> refusal(Call call) {
        if (!isOurs(call)) {
            return Optional.of(code(Reason.WRONG_SHORT_CODE, call));
        }
        if (!context().takesAnyone()
                && call.has("ReceiverPartyCode")
                && !call.text("ReceiverPartyCode").equals(receiver())) {
            return Optional.of(code(Reason.UNKNOWN_RECEIVER, call));
        }
        return call.id().equals("reversal") ? initiator(call) : Optional.empty();
    }

    /** Both forms are on record; they take turns, so that nobody relies on one. */
    @Override
    public String transactionId(Call call) {
        return transactions.getAndIncrement() % 2 == 0 ? random().smallLetters(12) : random().capitals(11);
    }

    @Override
    protected JsonObject body(Call call, Result result) {
        boolean name = call.id().equals("queryCustomerName");
        boolean asDocumented = name && customerNameForm == CustomerNameForm.RESULT_CODE;
        String kind = asDocumented ? "output_Result" : "output_Response";
        JsonFields answer = JsonFields.with(kind + "Code", result.code().code())
                .and(kind + "Desc", result.code().words());
        result.fields().forEach((field, value) -> answer.and("output_" + field, value));
        return answer.and("output_ConversationID", call.conversation().id())
                .and("output_ThirdPartyReference", call.conversation().senderId())
                .json();
    }

    @Override
    protected JsonObject callbackBody(Call call, Result result) {
        JsonFields callback = JsonFields.with(
                        "input_OriginalConversationID", call.conversation().id())
                .and("input_ThirdPartyReference", call.conversation().senderId());
        result.fields().forEach((field, value) -> callback.and("input_" + field, value));
        return callback.and("input_ResultCode", result.code().code())
                .and("input_ResultDesc", result.code().words())
                .json();
    }

    @Override
    protected Code announced(Call call) {
        return catalogue().of("0", call.id());
    }

    @Override
    public JsonObject describe(String baseUrl) {
        JsonObject told = super.describe(baseUrl + BASE);
        JsonObject byOperation = new JsonObject();
        ports.all().forEach(byOperation::addProperty);
        told.add("ports", byOperation);
        return told;
    }

    @Override
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(super.variables());
        variables.put("initiatorIdentifier", "INITIATOR_IDENTIFIER");
        variables.put("securityCredential", "SECURITY_CREDENTIAL");
        return variables;
    }

    @Override
    public Commands commands() {
        return super.commands().form("customer-name", CustomerNameForm.class, this::customerNameForm);
    }

    @Override
    public void reset() {
        super.reset();
        customerNameForm = CustomerNameForm.RESULT_CODE;
    }

    /** Adds an application and draws its API key. */
    String addApp(String name) {
        return addApp(name, random().letters(32));
    }

    private String addApp(String name, String key) {
        namesByKey.put(key, name);
        return key;
    }

    OperationPorts ports() {
        return ports;
    }

    void customerNameForm(CustomerNameForm form) {
        customerNameForm = form;
    }

    private Result status(Call call) {
        return ledger().find(call.market(), call.text("QueryReference"))
                .map(entry -> Result.of(success(call)).with("ResponseTransactionStatus", word(entry.status())))
                // Inferred: no source shows the answer for a reference that the gateway does not know.
                .orElseGet(() -> Result.of(code(Reason.NOT_FOUND, call)));
    }

    /** Half of it is hidden. All customers have the same name. */
    private Result name(Call call) {
        return Result.of(success(call)).with("CustomerName", "Am**a Te*t");
    }

    private Optional<Code> initiator(Call call) {
        if (!context().takesAnyone() && !call.text("InitiatorIdentifier").equals(initiatorIdentifier)) {
            return Optional.of(code(Reason.UNKNOWN_INITIATOR, call));
        }
        boolean known =
                context().takesAnyone() || call.text("SecurityCredential").equals(securityCredential);
        return known ? Optional.empty() : Optional.of(code(Reason.WRONG_SECRET, call));
    }
}
