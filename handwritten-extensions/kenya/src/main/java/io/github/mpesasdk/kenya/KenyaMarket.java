package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NumberingPlan;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Market;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.api.StkApi;
import io.github.mpesasdk.daraja.api.TransactionsApi;
import io.github.mpesasdk.daraja.model.StkQueryAnswer;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is particular to Kenya in the flow of a payment. */
final class KenyaMarket implements Market<KenyaCallback> {

    static final String CHECKOUT_ID = "CheckoutRequestID";
    static final String CONVERSATION_ID = "OriginatorConversationID";
    static final String RECEIPT = "TransactionID";

    private final DarajaSettings settings;

    KenyaMarket(DarajaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return DarajaDialect.MARKET;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return DarajaApi.OPERATIONS;
    }

    @Override
    public String scope() {
        return name() + (settings.isProduction() ? "/production" : "/sandbox");
    }

    @Override
    public Proof proof() {
        return Proof.ADDRESS;
    }

    @Override
    public Map<String, Source> sources() {
        return new DarajaSources(settings).byName();
    }

    @Override
    public String builder() {
        return DarajaBuilder.BUILDER;
    }

    @Override
    public String msisdn(String written) {
        return Msisdn.of(written, NumberingPlan.KENYA).digits();
    }

    @Override
    public Message<KenyaCallback> read(String body, boolean isTimeout) {
        UntrustedBody untrusted = UntrustedBody.of(DarajaDialect.MARKET, body);
        JsonObject object = untrusted.json();
        return KenyaBodies.callback(object, isTimeout)
                .map(event -> KenyaMessages.of(event, object))
                .orElseThrow(() -> untrusted.unreadable("its fields are none of a callback's"));
    }

    @Override
    public Optional<String> misfit(String operation, Message<KenyaCallback> message) {
        return KenyaMessages.fits(operation, message.event())
                ? Optional.empty()
                : Optional.of("it is no callback of " + operation);
    }

    @Override
    public Optional<Reference> nameIn(String operation, Message<KenyaCallback> message) {
        return KenyaMessages.name(operation, message);
    }

    @Override
    public Outcome outcome(String operation, Message<KenyaCallback> message, Reference reference) {
        return KenyaOutcomes.of(operation, message, reference);
    }

    @Override
    public String acknowledgement(Message<KenyaCallback> message, String operation) {
        return KenyaMessages.acknowledgement(message.event());
    }

    @Override
    public boolean hearsUnasked() {
        return true;
    }

    @Override
    public Reference referenceOf(Operation<?, ?> operation, JsonObject sent, JsonObject answer, Reference untilNow) {
        if (untilNow.field().equals(CONVERSATION_ID)) {
            return untilNow;
        }
        String field = operation == StkApi.STK_PUSH ? CHECKOUT_ID : CONVERSATION_ID;
        return DarajaDialect.present(answer, field)
                .map(id -> new Reference(DarajaDialect.MARKET, operation.id(), field, id))
                .orElse(untilNow);
    }

    @Override
    public StatusQuestion<KenyaCallback> question(Reference reference) {
        return switch (reference.field()) {
            case CHECKOUT_ID ->
                settings.stkAccount() == null
                        ? new StatusQuestion.CannotAsk<>(
                                "The gateway cannot be asked without payBill(...) or till(...).")
                        : new StatusQuestion.CanAsk<>(stkQuery(reference));
            case CONVERSATION_ID, RECEIPT ->
                settings.initiator() == null || settings.shortCode() == null || settings.callbacks() == null
                        ? new StatusQuestion.CannotAsk<>(
                                "The gateway cannot be asked without initiator(...), shortCode(...) and callbacksAt(...).")
                        : new StatusQuestion.CanAsk<>(transactionStatus(reference));
            default ->
                new StatusQuestion.CannotAsk<>(
                        "The acknowledgement was lost, and with it the id to ask with: only the callback can tell.");
        };
    }

    /** Asks what became of a push; the answer comes at once. */
    Inquiry<KenyaCallback, ?, ?, Outcome> stkQuery(Reference reference) {
        return new Inquiry<>(
                "stk().status",
                StkApi.STK_QUERY,
                Draft.Content.of("checkoutRequestId", CHECKOUT_ID, reference.value()),
                answer -> Optional.of(KenyaOutcomes.ofStkQuery(StkQueryAnswer.ADAPTER.fromJsonTree(answer), reference)),
                message -> KenyaOutcomes.of("stkPush", message, reference));
    }

    /** Asks what became of a transaction, by receipt or conversation id; the answer comes by callback. */
    Inquiry<KenyaCallback, ?, ?, Outcome> transactionStatus(Reference reference) {
        Draft.Content about = reference.field().equals(RECEIPT)
                ? Draft.Content.of("receipt", RECEIPT, reference.value())
                : Draft.Content.of("conversation id", "OriginalConversationID", reference.value());
        return new Inquiry<>(
                "transactions().status",
                TransactionsApi.TRANSACTION_STATUS,
                about,
                answer -> Optional.empty(),
                message -> KenyaOutcomes.ofStatus(message, reference));
    }
}
