package io.github.mpesasdk.sandbox.ipg;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.EncryptionKeys;
import io.github.mpesasdk.sandbox.market.ExpectedReply;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.Place;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.ReplyCheck;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import io.github.mpesasdk.sandbox.market.Violation;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Vodacom's two JSON gateways have in common: secrets are encrypted, a browser's Origin is wanted, each reference
 * serves once, and the portal says whether answers are the outcome or only accept.
 */
public abstract class JsonGateway extends Gateway {

    private final Ledger ledger;
    private final EncryptionKeys keys;
    private final String apiKey;
    private final String serviceProvider;
    private final String receiver;
    private volatile boolean asynchronous;
    private volatile @Nullable URI responseUrl;

    /**
     * A gateway by the spec in a folder on the class path.
     *
     * @param market its name
     * @param phone what its customers have in hand
     * @param serviceProvider the short code that collects and pays out, unless somebody sets another
     * @param receiver the short code that B2B payments go to
     */
    protected JsonGateway(
            String market, String folder, MarketContext context, Phone phone, String serviceProvider, String receiver) {
        super(
                market,
                OpenApiSpec.of(folder + "openapi.yaml"),
                Catalogue.table(folder + "codes.yaml", "x-results"),
                context,
                phone);
        this.ledger = new Ledger(context.clock());
        this.keys = context.credentials().keys(market);
        this.apiKey = context.credentials().letters(market + ".apiKey", 32);
        this.serviceProvider = context.credentials().fixed(market + ".serviceProviderCode", serviceProvider);
        this.receiver = receiver;
    }

    /** The name of the caller that has this secret. */
    protected abstract Optional<String> caller(String operationId, String market, String secret);

    /** The answer to a caller that the gateway does not know. */
    protected MarketAnswer stranger(Call call) {
        return notAuthorized();
    }

    /** The body of an answer. */
    protected abstract JsonObject body(Call call, Result result);

    /** The body of a callback. */
    protected abstract JsonObject callbackBody(Call call, Result result);

    /** It was done, in a callback. */
    protected Code announced(Call call) {
        return success(call);
    }

    /** Whether a request names the sandbox's short code. */
    protected final boolean isOurs(Call call) {
        return context().takesAnyone()
                || call.text(call.id().equals("b2bPayment") ? "PrimaryPartyCode" : "ServiceProviderCode")
                        .equals(serviceProvider);
    }

    /** The gateway's refusal before it looks at a request, in an envelope without a code. */
    protected static MarketAnswer notAuthorized() {
        return error(401, "API or Session key is not authorized");
    }

    /** What the sender of a request proves to be somebody with; empty if it cannot be read. */
    public final Optional<String> secret(Place place) {
        return place.request().authorization("bearer").flatMap(keys::decrypt);
    }

    /** The API key of the application that is there from the start. */
    protected final String apiKey() {
        return apiKey;
    }

    final String serviceProvider() {
        return serviceProvider;
    }

    /** The short code that B2B payments go to. */
    protected final String receiver() {
        return receiver;
    }

    @Override
    public JsonObject describe(String baseUrl) {
        JsonObject told = super.describe(baseUrl);
        told.addProperty("publicKey", keys.publicKeyBase64());
        told.addProperty("receiverPartyCode", receiver);
        return told;
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("apiKey", "API_KEY", "publicKey", "PUBLIC_KEY", "serviceProviderCode", "SERVICE_PROVIDER");
    }

    /** The keys behind which callers hide their credentials. */
    public final EncryptionKeys keys() {
        return keys;
    }

    /** Who has how much. */
    public final Ledger ledger() {
        return ledger;
    }

    /** Whether answers only accept. */
    public final boolean isAsynchronous() {
        return asynchronous;
    }

    /** Lets answers be the outcome, or only accept. */
    public final void asynchronous(boolean later) {
        asynchronous = later;
    }

    /** Sets where outcomes go. */
    public final void responseUrl(@Nullable URI url) {
        responseUrl = url;
    }

    /** How a status query names a state: a payment that was given back was completed before. */
    public static String word(Status status) {
        return (status == Status.REVERSED ? Status.COMPLETED : status).word();
    }

    @Override
    protected final List<String> referenceFields() {
        return List.of("TransactionReference", "ThirdPartyReference");
    }

    @Override
    public final Ledger ledger(Call call) {
        return ledger;
    }

    @Override
    public final Map<String, Ledger> ledgers() {
        return Map.of(ANY_CURRENCY, ledger);
    }

    @Override
    public Commands commands() {
        return super.commands().with("mode", argument -> {
            boolean later = Commands.bool(argument, "asynchronous");
            if (argument.has("responseUrl")) {
                responseUrl(URI.create(Commands.text(argument, "responseUrl")));
            }
            asynchronous(later);
        });
    }

    @Override
    public void reset() {
        super.reset();
        asynchronous = false;
        responseUrl = null;
    }

    @Override
    protected final Optional<String> caller(String operationId, Place place) {
        Optional<String> secret = secret(place);
        // What was encrypted for another gateway cannot be read: its sender is as unknown as any other.
        return secret.isEmpty() && place.request().authorization("bearer").isPresent()
                ? context().anyone("default")
                : secret.flatMap(known -> caller(operationId, place.market(), known));
    }

    /** What the headers have wrong, besides what the fields have. */
    @Override
    protected final List<Violation> violations(Place place) {
        MarketRequest request = place.request();
        if (spec().operation(request).isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>(super.violations(place));
        if (request.origin() == null) {
            found.add(Violation.missing("Origin", "is missing", "captured"));
        }
        if (!request.isJson()) {
            found.add(Violation.rule("Content-Type", "is not application/json", "documented"));
        }
        return found;
    }

    /** Inferred: how the gateway answers where it has nothing is recorded nowhere. */
    @Override
    protected MarketAnswer nothing(MarketRequest request) {
        MarketRequest inner = place(request).orElseThrow().request();
        return spec().operation(inner).isEmpty() && spec().knows(inner.path())
                ? error(405, "Method not allowed")
                : error(404, "Resource not found");
    }

    @Override
    protected final Optional<MarketAnswer> refusedEarly(Call call, @Nullable String caller) {
        if (call.place().request().origin() == null) {
            // The status is recorded nowhere.
            return Optional.of(error(400, "Origin header is missing"));
        }
        return caller == null ? Optional.of(stranger(call)) : Optional.empty();
    }

    /** A missing field is what the gateway notices first. */
    @Override
    protected final Optional<Code> refusal(Call call, List<Violation> violations) {
        return Violation.first(violations).map(first -> refusals().of(first, call.id()));
    }

    /** The operations that refuse a duplicate are documented; inferred in Mozambique: which reference makes one. */
    @Override
    protected final boolean takesReferenceOnce(Call call) {
        return call.operation().answersWith("409");
    }

    /** The sender's own id is ThirdPartyConversationID, or where there is none ThirdPartyReference. */
    @Override
    protected final Conversation conversation(Call call) {
        String own = call.has("ThirdPartyConversationID") ? "ThirdPartyConversationID" : "ThirdPartyReference";
        return new Conversation(call.market(), call.text(own), random().hex(16));
    }

    @Override
    protected final Optional<Result> acceptance(Call call) {
        // What is told at once in any case, such as a session, has no such example.
        JsonObject accepted = call.operation().answers().get("accepted");
        return asynchronous && accepted != null
                ? Optional.of(Result.of(new Code(
                        success(call).http(),
                        accepted.get("output_ResponseCode").getAsString(),
                        accepted.get("output_ResponseDesc").getAsString())))
                : Optional.empty();
    }

    @Override
    public Result refused(Call call, Code code) {
        String none = operation(call.id()).none();
        return none.isEmpty() ? Result.of(code) : Result.of(code).with(none, "N/A");
    }

    @Override
    protected final MarketAnswer answer(Call call, Result result) {
        return MarketAnswer.json(result.code().http(), body(call, result));
    }

    @Override
    protected final Callback callback(Call call, Result result) {
        boolean done = result.code().equals(success(call));
        Result told = done ? new Result(announced(call), result.fields()) : result;
        URI address = responseUrl;
        return Callback.json(
                call.id() + "Callback",
                address == null ? "" : address.toString(),
                callbackBody(call, told).toString());
    }

    /** The only reply that both gateways document: both ids again, and that it was received. */
    @Override
    protected final ReplyCheck reply(Call call) {
        SpecOperation callback =
                Objects.requireNonNull(call.operation().callbacks().get(call.id() + "Callback"));
        Map<String, String> fields =
                JsonObjects.texts(callback.answer("received").toString());
        fields.put("output_OriginalConversationID", call.conversation().id());
        // In Mozambique's own API, too, although there the reference has another name everywhere else.
        fields.put("output_ThirdPartyConversationID", call.conversation().senderId());
        return new ExpectedReply(fields, JsonObjects::texts);
    }

    @Override
    protected final Code unknown() {
        return new Code(400, "INS-4242", "A code that nobody knows");
    }

    @Override
    protected final MarketAnswer ownWords(Fault fault, Call call) {
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

    /** An answer with a code, to a request that any operation refuses. */
    protected final MarketAnswer refuse(Call call, Code code) {
        return answer(call, refused(call, code));
    }

    private static MarketAnswer error(int status, String words) {
        return JsonFields.with("output_error", words).answer(status);
    }
}
