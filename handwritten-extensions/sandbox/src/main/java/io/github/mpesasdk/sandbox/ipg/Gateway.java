package io.github.mpesasdk.sandbox.ipg;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.EncryptionKeys;
import io.github.mpesasdk.sandbox.market.Firewall;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Judgement;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.RandomText;
import io.github.mpesasdk.sandbox.market.SandboxMarket;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import io.github.mpesasdk.sandbox.market.Violation;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a request at either of Vodacom's JSON gateways: its place and its sender are found, it is checked,
 * taken note of, and ended now or later. A gateway adds how it names things, and what it checks beyond the spec.
 */
public abstract class Gateway implements SandboxMarket {

    private static final Code UNKNOWN = new Code(400, "INS-4242", "A code that nobody knows");

    private final OpenApiSpec spec;
    private final Catalogue catalogue;
    private final MarketContext context;
    private final Phone phone;
    private final Ledger ledger;
    private final EncryptionKeys keys = new EncryptionKeys();
    private final RandomText random = new RandomText();
    private final Set<String> references = ConcurrentHashMap.newKeySet();
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private volatile AnswerMode mode = AnswerMode.SYNCHRONOUS;

    /** A gateway by the spec in a folder on the class path, whose customers have this phone. */
    protected Gateway(String folder, MarketContext context, Phone phone) {
        this.spec = OpenApiSpec.load(folder + "openapi.yaml");
        this.catalogue = Catalogue.load(folder + "codes.yaml", "x-results");
        this.context = context;
        this.phone = phone;
        this.ledger = new Ledger(context.clock());
    }

    // ------------------------------------------------------------------ What a gateway has of its own

    /** Where a request goes, if the gateway has anything there. */
    protected abstract Optional<Place> place(MarketRequest request);

    /** The name of whoever has this secret. */
    protected abstract Optional<String> caller(String operationId, String market, String secret);

    /** Whether an operation takes each reference only once. */
    protected abstract boolean takesReferenceOnce(String operationId);

    /** What the gateway has against a request that the spec has nothing against. */
    protected abstract Optional<Code> refusal(Call call);

    /** Whether a request names the sandbox's short code. */
    protected static boolean isOf(String shortCode, Call call) {
        return call.text(call.id().equals("b2bPayment") ? "PrimaryPartyCode" : "ServiceProviderCode")
                .equals(shortCode);
    }

    /** How a request ends because of the test values in it; empty if it ends as ledger and phone have it. */
    protected Optional<Code> fate(Call call) {
        return Optional.empty();
    }

    /** A transaction id in the gateway's shape. */
    protected abstract String transactionId();

    /** An answer. */
    protected abstract JsonObject answer(Call call, Result result);

    /** The outcome of a request that was only accepted. */
    protected abstract JsonObject callback(Call call, Result result);

    /** The code of a proper reply to the callback. */
    protected String replyCode(String operationId) {
        return "0";
    }

    /** It was accepted, and the outcome will be told later. */
    protected Code accepted(Call call) {
        return catalogue
                .ofKind("pending", call.id())
                .filter(code -> !code.code().equals(success(call).code()))
                .orElseGet(() -> success(call));
    }

    /** It was done, in a callback. */
    protected Code announced(Call call) {
        return success(call);
    }

    /** What somebody hears whom the gateway does not know. */
    protected MarketAnswer stranger(Call call) {
        return notAuthorized();
    }

    // ------------------------------------------------------------------ What operations need

    /** Adds an operation. */
    protected final void serve(String operationId, Operation operation) {
        operations.put(operationId, operation);
    }

    /** Ids and secrets. */
    public final RandomText random() {
        return random;
    }

    /** How customers react. */
    public final Phone phone() {
        return phone;
    }

    /** Who has how much. */
    public final Ledger ledger() {
        return ledger;
    }

    /** The keys behind which callers hide their credentials. */
    public final EncryptionKeys keys() {
        return keys;
    }

    /** The spec. */
    public final OpenApiSpec spec() {
        return spec;
    }

    /** The codes. */
    public final Catalogue catalogue() {
        return catalogue;
    }

    /** What the server gives. */
    public final MarketContext context() {
        return context;
    }

    /** It was done, or the question was answered. */
    public final Code success(Call call) {
        return catalogue.ofKind("success", call.id()).orElseThrow();
    }

    /** The code of a reason. */
    public final Code code(Reason reason, Call call) {
        return code(reason, call.id());
    }

    /** Whether answers only accept. */
    public final boolean isAsynchronous() {
        return mode.asynchronous();
    }

    /** Lets answers be the outcome, or only accept. */
    public final synchronized void asynchronous(boolean asynchronous) {
        mode = new AnswerMode(asynchronous, mode.responseUrl());
    }

    /** Sets where outcomes go. */
    public final synchronized void responseUrl(@Nullable URI url) {
        mode = new AnswerMode(mode.asynchronous(), url);
    }

    // ------------------------------------------------------------------ A market of the sandbox

    @Override
    public final Set<String> operationIds() {
        return operations.keySet();
    }

    @Override
    public Judgement judge(MarketRequest request) {
        Optional<Place> place = place(request);
        Optional<SpecOperation> operation = place.flatMap(there -> spec.operation(there.request()));
        String id = operation.map(SpecOperation::id).orElse(null);
        Optional<String> caller = place.flatMap(
                there -> secret(request).flatMap(secret -> caller(String.valueOf(id), there.market(), secret)));
        List<Violation> violations =
                id == null ? List.of() : violations(place.orElseThrow().request());
        return new Judgement(id, caller.orElse(null), violations);
    }

    @Override
    public MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults) {
        MarketRequest inner = place(request).orElseThrow().request();
        if (judgement.operationId() == null) {
            // Inferred: how the gateway answers where it has nothing is recorded nowhere.
            return spec.operation(inner).isEmpty() && spec.knows(inner.path())
                    ? error(405, "Method not allowed")
                    : error(404, "Resource not found");
        }
        if (request.header("Origin") == null) {
            // The status is recorded nowhere.
            return error(400, "Origin header is missing");
        }
        Call call = call(request, faults);
        return judgement.caller() == null ? stranger(call) : act(call, judgement.violations());
    }

    @Override
    public MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement) {
        return Firewall.plain().answer(fault).orElseGet(() -> ownWords(fault, call(request, Set.of(fault))));
    }

    @Override
    public Map<String, Ledger> ledgers() {
        return Map.of(ANY_CURRENCY, ledger);
    }

    @Override
    public Commands commands() {
        return new Commands().with("phone", phone::obey).with("mode", argument -> {
            boolean later = Commands.member(argument, "asynchronous").getAsBoolean();
            if (argument.has("responseUrl")) {
                responseUrl(URI.create(argument.get("responseUrl").getAsString()));
            }
            asynchronous(later);
        });
    }

    @Override
    public void reset() {
        references.clear();
        phone.reset();
        ledger.reset();
        mode = AnswerMode.SYNCHRONOUS;
    }

    /** How a status query names a state: a payment that was given back was completed before. */
    public static String word(Status status) {
        return (status == Status.REVERSED ? Status.COMPLETED : status).word();
    }

    /** An answer with a code, to a request that any operation refuses. */
    protected final MarketAnswer refuse(Call call, Code code) {
        return told(call, operation(call.id()).refused(code));
    }

    /** The gateway's refusal before it looks at a request, in an envelope without a code. */
    protected static MarketAnswer notAuthorized() {
        return error(401, "API or Session key is not authorized");
    }

    private static MarketAnswer error(int status, String words) {
        return JsonFields.with("output_error", words).answer(status);
    }

    private Code code(Reason reason, String operationId) {
        return reason.in(catalogue, operationId);
    }

    private Optional<String> secret(MarketRequest request) {
        return request.authorization("bearer").flatMap(keys::decrypt);
    }

    private Call call(MarketRequest request, Set<Fault> faults) {
        Place place = place(request).orElseThrow();
        SpecOperation operation = spec.operation(place.request()).orElseThrow();
        String secret = secret(request).orElse("");
        return Call.of(operation, place, random.hex(16), secret, faults);
    }

    private MarketAnswer act(Call call, List<Violation> violations) {
        Operation operation = operation(call.id());
        Optional<Code> refusal =
                violation(call.id(), violations).or(() -> refusal(call)).or(() -> operation.check(call));
        if (refusal.isPresent()) {
            return told(call, operation.refused(refusal.get()));
        }
        boolean once = takesReferenceOnce(call.id());
        if (once && !references.add(call.market() + " " + call.callerReference())) {
            return told(call, operation.refused(code(Reason.DUPLICATE, call)));
        }
        AnswerMode now = mode;
        Task task = operation.begin(call);
        if (!now.asynchronous() || !task.tellable()) {
            pause(task.patience());
            return told(call, task.ending().apply(fate(call)));
        }
        Duration delay = context.callbackDelay().plus(task.patience());
        context.callbacks().settle(call.faults(), delay, () -> announce(call, task, now));
        return told(call, Result.of(accepted(call)));
    }

    private void announce(Call call, Task task, AnswerMode how) {
        Operation operation = operation(call.id());
        Result result = task.ending().apply(fate(call));
        if (call.faults().contains(Fault.QUEUE_TIMEOUT)) {
            result = operation.refused(code(Reason.TIMEOUT, call));
        } else if (result.code().equals(success(call))) {
            result = new Result(announced(call), result.fields());
        }
        Callbacks.before(call.faults(), code(Reason.INTERNAL, call), UNKNOWN)
                .ifPresent(first -> post(call, operation.refused(first), how, Set.of()));
        post(call, result, how, call.faults());
    }

    private void post(Call call, Result result, AnswerMode how, Set<Fault> faults) {
        String body = callback(call, result).toString();
        CallbackReply reply = new CallbackReply(call.conversationId(), call.callerReference(), replyCode(call.id()));
        context.callbacks().post(call.id() + "Callback", how.address(), body, faults, reply);
    }

    /** A missing field is what the gateway notices first. */
    private Optional<Code> violation(String operationId, List<Violation> violations) {
        return Violation.first(violations).map(first -> violation(operationId, first));
    }

    private Code violation(String operationId, Violation violation) {
        return catalogue
                .refusal(operationId, violation)
                .orElseGet(() -> code(violation.missing() ? Reason.MISSING : Reason.INVALID, operationId));
    }

    /** What the headers have wrong, besides what the fields have. */
    private List<Violation> violations(MarketRequest request) {
        List<Violation> found = new ArrayList<>(spec.violations(request));
        if (request.header("Origin") == null) {
            found.add(Violation.missing("Origin", "Origin is missing"));
        }
        String type = request.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            // Inferred: a GET without it is let pass, as it has no content.
            boolean refused = !request.method().equals("GET");
            found.add(new Violation("Content-Type", "Content-Type is not application/json", false, refused));
        }
        return List.copyOf(found);
    }

    private MarketAnswer ownWords(Fault fault, Call call) {
        return switch (fault) {
            case REFUSED_IN_200 -> refuse(call, code(Reason.INVALID, call).with(200));
            case REFUSED_BY_RESPONSE_CODE ->
                refuse(call, code(Reason.FAILED, call).with(200));
            case TOKEN_REJECTED, MISSING_PRODUCT -> notAuthorized();
            case WRONG_CREDENTIALS -> refuse(call, code(Reason.WRONG_SHORT_CODE, call));
            case SPIKE_ARREST, SYSTEM_BUSY -> refuse(call, code(Reason.OVERLOADED, call));
            case SERVER_ERROR_500_ENVELOPE -> refuse(call, code(Reason.INTERNAL, call));
            default -> MarketAnswer.empty(500);
        };
    }

    private MarketAnswer told(Call call, Result result) {
        return MarketAnswer.json(result.code().http(), answer(call, result));
    }

    private Operation operation(String id) {
        return Objects.requireNonNull(operations.get(id), "the spec has an operation that the sandbox lacks: " + id);
    }

    /** The caller waits while the customer makes up his mind. */
    private static void pause(Duration patience) {
        try {
            Thread.sleep(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
