package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.api.TransactionsApi;
import io.github.mpesasdk.vodacomapi.model.TrueOrFalse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is particular to the OpenAPI in the flow of a payment. */
final class VodacomMarket implements io.github.mpesasdk.core.flow.Market<VodacomCallback> {

    /** The once-only id of a request. */
    static final String ID = "input_ThirdPartyConversationID";

    static final String QUERY_REFERENCE = "input_QueryReference";

    // The gateway takes any id of a transaction to ask with, so it does not matter which one a reference has.
    private static final Set<String> ASKED_WITH = Set.of(ID, QUERY_REFERENCE);

    private final VodacomSettings settings;

    VodacomMarket(VodacomSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return VodacomDialect.MARKET;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return VodacomApi.OPERATIONS;
    }

    @Override
    public String scope() {
        return name() + "/" + settings.market().path() + (settings.isSandbox() ? "/sandbox" : "/production");
    }

    @Override
    public Proof proof() {
        return Proof.ID;
    }

    @Override
    public Map<String, Source> sources() {
        return Map.of(
                "country", Source.of(input -> settings.market().country().value()),
                "currency", Source.of(input -> settings.currency().value()),
                "serviceProvider", Source.of(settings.serviceProvider(), "serviceProvider", code -> code),
                "balanceQuestion", Source.of(VodacomMarket::asksForBalance));
    }

    @Override
    public String builder() {
        return VodacomOpenApiBuilder.BUILDER;
    }

    @Override
    public String msisdn(String written) {
        return settings.msisdn(written);
    }

    private static String asksForBalance(CallInput input) {
        boolean asks = input.text("input_BalanceAmount").isPresent();
        return (asks ? TrueOrFalse.YES : TrueOrFalse.NO).value();
    }

    @Override
    public Message<VodacomCallback> read(String body, boolean isTimeout) {
        UntrustedBody untrusted = UntrustedBody.of(VodacomDialect.MARKET, body);
        return VodacomMessages.of(untrusted.json())
                .orElseThrow(() -> untrusted.unreadable("its fields are none of a callback's"));
    }

    @Override
    public Optional<String> idIn(Message<VodacomCallback> message) {
        return VodacomMessages.id(message);
    }

    @Override
    public Optional<Reference> nameIn(String operation, Message<VodacomCallback> message) {
        return VodacomMessages.name(operation, message);
    }

    @Override
    public Outcome outcome(String operation, Message<VodacomCallback> message, Reference reference) {
        return VodacomOutcomes.of(operation, message, reference);
    }

    @Override
    public String acknowledgement(Message<VodacomCallback> message, String operation) {
        return VodacomMessages.acknowledgement(operation, message);
    }

    @Override
    public Optional<Outcome> outcomeOfAnswer(Operation<?, ?> operation, JsonObject answer, Reference reference) {
        return VodacomOutcomes.ofAnswer(operation, answer, reference);
    }

    @Override
    public StatusQuestion<VodacomCallback> question(Reference reference) {
        if (!ASKED_WITH.contains(reference.field()) || reference.value().isBlank()) {
            return new StatusQuestion.CannotAsk<>(
                    "The reference names no payment that the gateway could be asked for.");
        }
        return settings.serviceProvider() == null
                ? new StatusQuestion.CannotAsk<>("The gateway cannot be asked without serviceProvider(...).")
                : new StatusQuestion.CanAsk<>(transactionStatus(reference));
    }

    /** Asks what became of a transaction, by any of its ids. */
    Inquiry<VodacomCallback, ?, ?, Outcome> transactionStatus(Reference reference) {
        return new Inquiry<>(
                "transactions().status",
                TransactionsApi.QUERY_TRANSACTION_STATUS,
                Draft.Content.of("reference", QUERY_REFERENCE, reference.value()),
                answer -> VodacomOutcomes.ofStatusAnswer(answer, reference),
                message -> VodacomOutcomes.ofStatus(WireFields.of(message), reference));
    }

    /** A call that moves no money, and whose answer or callback tells the same fields. */
    static <Q extends WireRecord, A, T> Inquiry<VodacomCallback, Q, A, T> inquiry(
            String call, Operation<Q, A> operation, Draft.Content content, Function<WireFields, T> read) {
        return new Inquiry<>(
                call,
                operation,
                content,
                answer -> VodacomOutcomes.told(operation, answer).map(read),
                message -> read.apply(VodacomOutcomes.accepted(operation.id(), message)));
    }
}
