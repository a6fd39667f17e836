package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.phone.Handset.Reaction;
import io.github.mpesasdk.sandbox.phone.OpenPrompt;
import io.github.mpesasdk.sandbox.phone.Phone;
import io.github.mpesasdk.sandbox.phone.PromptText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A market that the sandbox speaks for, and what happens to a request at any of them: its place and its sender are
 * found, it is checked, taken note of, and ended now or later. A market adds how it names things, and what it checks
 * beyond the spec. Safe for use by several threads.
 */
public abstract class Gateway {

    /** Where money is counted whatever its currency. */
    public static final String ANY_CURRENCY = "*";

    private final String name;
    private final OpenApiSpec spec;
    private final Catalogue catalogue;
    private final MarketContext context;
    private final Phone phone;
    private volatile boolean strictAtStart;
    private volatile boolean strict;
    private final RandomText random = new RandomText();
    private final LatestMap<String, Boolean> references = new LatestMap<>((id, seen) -> id.length());
    private final ConcurrentMap<String, Operation> operations = new ConcurrentHashMap<>();

    /**
     * A gateway of a market.
     *
     * @param name that in {@code describe()} and in the control addresses, such as {@code kenya}
     * @param spec what may be sent to it
     * @param catalogue how requests end
     * @param phone what its customers have in hand
     */
    protected Gateway(String name, OpenApiSpec spec, Catalogue catalogue, MarketContext context, Phone phone) {
        this.name = name;
        this.spec = spec;
        this.catalogue = catalogue;
        this.context = context;
        this.phone = phone;
    }

    // ------------------------------------------------------------------ What a gateway has of its own

    /** Whether requests to this path are this market's. No two markets own the same path. */
    public abstract boolean owns(String path);

    /** The paths that are this market's, to be read by people. */
    public abstract String paths();

    /** Where to reach the market and which credentials to use: what another process needs to begin. */
    public JsonObject describe(String baseUrl) {
        JsonFields told = JsonFields.with("baseUrl", baseUrl);
        context.credentials().of(name).forEach(told::and);
        return told.json();
    }

    /** The variables in which clients of this project look for what {@link #describe} says: how they end, by name. */
    public abstract Map<String, String> variables();

    /**
     * The ledgers: one for each currency in which the market keeps money apart, under its name; else one under
     * {@link #ANY_CURRENCY}.
     */
    public abstract Map<String, Ledger> ledgers();

    /** Where a request goes, if the gateway has anything there. */
    protected abstract Optional<Place> place(MarketRequest request);

    /** The name of the app or user that sent a request. */
    protected abstract Optional<String> caller(String operationId, Place place);

    /** What the spec has against a request. */
    protected List<Violation> violations(Place place) {
        return spec.violations(place.request(), refusals());
    }

    /** The codes by which the gateway refuses fields. */
    protected Catalogue refusals() {
        return catalogue;
    }

    /** What is answered where there is no operation. */
    protected abstract MarketAnswer nothing(MarketRequest request);

    /** What is answered before anybody looks at the fields, to a stranger for example. */
    protected abstract Optional<MarketAnswer> refusedEarly(Call call, @Nullable String caller);

    /** What is answered first to what the spec has against a request. */
    protected abstract Optional<Code> refusal(Call call, List<Violation> violations);

    /** What the gateway has against a request that the spec has nothing against. */
    protected abstract Optional<Code> refusal(Call call);

    /** Whether a request uses up the id of its sender. */
    protected abstract boolean takesReferenceOnce(Call call);

    /** What is said to an id that was taken before. */
    protected Code duplicate(Call call) {
        return refusal(Reason.DUPLICATE, call);
    }

    /** How a request ends because somebody demands it; empty if it ends as ledger and phone have it. */
    protected Optional<Code> demanded(Call call) {
        return Optional.empty();
    }

    /** The ids of a request: the sender's and the gateway's. */
    protected abstract Conversation conversation(Call call);

    /** It was accepted, and the outcome will be told later; empty if it is told now. */
    protected abstract Optional<Result> acceptance(Call call);

    /** The result of a request that yielded nothing. */
    public Result refused(Call call, Code code) {
        return Result.of(code);
    }

    /** An answer. */
    protected abstract MarketAnswer answer(Call call, Result result);

    /** The outcome of a request that was only accepted. */
    protected abstract Callback callback(Call call, Result result);

    /** What takes the place of the outcome where a queue did not get to it in time. */
    protected Callback timeout(Call call, Result outcome) {
        return callback(call, refused(call, code(Reason.TIMEOUT, call)));
    }

    /** Judges the reply to a callback. */
    protected ReplyCheck reply(Call call) {
        return ReplyCheck.none();
    }

    /** A code that settles nothing. */
    protected Code unsettling(Call call) {
        return code(Reason.INTERNAL, call);
    }

    /** A code that is in no catalogue. */
    protected Code unknown() {
        return new Code(400, "4242", "A code that nobody knows");
    }

    /** What stands before the gateway. */
    protected Optional<MarketAnswer> intermediary(Fault fault) {
        return Firewall.plain().answer(fault);
    }

    /** The gateway's own words of a fault that replaces the answer. */
    protected abstract MarketAnswer ownWords(Fault fault, Call call);

    /** The fields of a request that say who is paid, of which one is there. */
    protected List<String> payeeFields() {
        return List.of("ServiceProviderCode");
    }

    /** The fields of a request that say what is paid for, of which one is there: for prompts and the ledger. */
    protected abstract List<String> referenceFields();

    /** Where the money of a request is counted. */
    public abstract Ledger ledger(Call call);

    /**
     * The port of the sandbox at which an operation is, which is the main one where operations have none of their own.
     */
    public int portOf(String operationId, int main) {
        return main;
    }

    /** A transaction id in the gateway's shape. */
    public abstract String transactionId(Call call);

    // ------------------------------------------------------------------ What operations need

    /** Adds an operation. */
    protected final void serve(String operationId, Operation operation) {
        operations.put(operationId, operation);
    }

    /** The operation of an id. */
    protected final Operation operation(String id) {
        return Objects.requireNonNull(operations.get(id), "the spec has an operation that the sandbox lacks: " + id);
    }

    /** Its name. */
    public final String name() {
        return name;
    }

    /** Ids and secrets. */
    public final RandomText random() {
        return random;
    }

    /** How customers react. */
    public final Phone phone() {
        return phone;
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

    /** What is said where a request ended so. */
    public final Code code(Reason reason, Call call) {
        return catalogue.of(reason, call.id());
    }

    /** What is said to a request that is not taken. */
    public final Code refusal(Reason reason, Call call) {
        return refusals().of(reason, call.id());
    }

    // ------------------------------------------------------------------ A market of the sandbox

    /** The operations that it serves. */
    public final Set<String> operationIds() {
        return operations.keySet();
    }

    /** Whether a request is from a caller that it knows. */
    public final boolean knows(MarketRequest request) {
        return place(request)
                .flatMap(there -> spec.operation(there.request()).flatMap(operation -> caller(operation.id(), there)))
                .isPresent();
    }

    /** Looks at a request without acting on it. */
    public Judgement judge(MarketRequest request) {
        Optional<Place> place = place(request);
        Optional<String> id =
                place.flatMap(there -> spec.operation(there.request())).map(SpecOperation::id);
        Optional<String> caller = place.flatMap(there -> caller(id.orElse(""), there));
        return new Judgement(
                id.orElse(null),
                caller.orElse(null),
                place.map(this::violations).orElse(List.of()).stream()
                        .map(violation -> strict ? violation.strictly() : violation)
                        .toList());
    }

    /** Lets the gateway refuse whatever breaks a rule; where nobody says otherwise, from now on. */
    public final void beStrict() {
        strictAtStart = true;
        strict = true;
    }

    /** Whether it refuses whatever breaks a rule. */
    protected final boolean isStrict() {
        return strict;
    }

    /**
     * Acts on a request.
     *
     * @param faults those that strike this request; only the ones of a callback concern the market
     */
    public final MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults) {
        if (judgement.operationId() == null) {
            return nothing(request);
        }
        Call call = call(request, faults);
        return refusedEarly(call, judgement.caller()).orElseGet(() -> act(call, judgement.violations()));
    }

    /** The market's own wording of a fault that replaces the answer. */
    public MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement) {
        return intermediary(fault).orElseGet(() -> ownWords(fault, call(request, Set.of(fault))));
    }

    /** One answer that accepts and refuses: what both say stands in it twice, the refusal last. */
    public MarketAnswer both(MarketAnswer acceptance, MarketAnswer refusal) {
        String fields = refusal.body().isEmpty() ? "{}" : refusal.body();
        String first = acceptance.body().substring(0, acceptance.body().length() - 1);
        return acceptance.saying(first + "," + fields.substring(1));
    }

    /** What another process may ask for, such as answering the phone. */
    public Commands commands() {
        return new Commands()
                .with("phone", phone::obey)
                .with("prompt", phone::obeyAnswer)
                .flag("strict", on -> strict = on);
    }

    /** Forgets payments, prompts and registrations; keeps credentials and tokens. */
    public void reset() {
        references.clear();
        ledgers().values().forEach(Ledger::reset);
        strict = strictAtStart;
        phone.reset();
    }

    private Call call(MarketRequest request, Set<Fault> faults) {
        Place place = place(request).orElseThrow();
        Call call = Call.of(spec.operation(place.request()).orElseThrow(), place, faults);
        return call.with(conversation(call));
    }

    private MarketAnswer act(Call call, List<Violation> violations) {
        Operation operation = operation(call.id());
        Optional<Result> acceptance = acceptance(call);
        if ((acceptance.isPresent() || operation.postsLater())
                && context.callbacks().isFull()) {
            return ownWords(Fault.SYSTEM_BUSY, call);
        }
        Optional<Code> refusal = refusal(call, violations)
                .or(() -> refusal(call))
                .or(() -> operation.check(call))
                .or(() -> isRepeated(call) ? Optional.of(duplicate(call)) : Optional.empty());
        if (refusal.isPresent()) {
            return answer(call, refused(call, refusal.get()));
        }
        Task task = operation.begin(call);
        if (acceptance.isEmpty() || !task.tellable()) {
            task.pause();
            return answer(call, task.ending().apply(task.tellable() ? demanded(call) : Optional.empty()));
        }
        Delay delay = new Delay(context.callbackDelay(), task.patience(), task.sooner());
        context.callbacks().settle(call.faults(), delay, call.length(), () -> announce(call, task));
        return answer(call, acceptance.get());
    }

    private boolean isRepeated(Call call) {
        return takesReferenceOnce(call)
                && !references.putIfAbsent(
                        call.market() + " " + call.conversation().senderId(), true);
    }

    private void announce(Call call, Task task) {
        Result result = task.ending().apply(demanded(call));
        boolean late = call.faults().contains(Fault.QUEUE_TIMEOUT);
        Callback outcome = late ? timeout(call, result) : callback(call, result);
        Callbacks.before(call.faults(), unsettling(call), unknown())
                .ifPresent(first -> post(call, callback(call, refused(call, first)), Set.of()));
        post(call, outcome, call.faults());
    }

    private void post(Call call, Callback callback, Set<Fault> faults) {
        context.callbacks().post(callback, faults, reply(call));
    }

    /** Puts a prompt on a customer's handset, and ends as the customer has it. */
    public final Task prompt(Call call, String msisdn, Function<Reaction, Function<Optional<Code>, Result>> ending) {
        OpenPrompt prompt = phone.prompt(
                msisdn,
                new PromptText(
                        call.id(),
                        call.first(List.of("Amount", "amount")),
                        call.first(payeeFields()),
                        call.first(referenceFields())));
        return Task.prompt(prompt, context.promptTimeout(), demanded -> ending.apply(prompt.reaction())
                .apply(demanded));
    }
}
