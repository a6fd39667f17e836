package io.github.mpesasdk.kenya;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.BodyReader;
import io.github.mpesasdk.core.flow.IncomingMoney;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Market;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.DarajaBodies;
import io.github.mpesasdk.daraja.DarajaCodes;
import io.github.mpesasdk.daraja.api.StkApi;
import io.github.mpesasdk.daraja.api.TransactionsApi;
import io.github.mpesasdk.daraja.model.C2bConfirmationAnswer;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.CallbackAnswer;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is particular to Kenya in the flow of a payment. */
final class KenyaMarket implements Market<DarajaCallback> {

    /** Reads whatever Daraja sends. */
    static final BodyReader<DarajaCallback> READER = BodyReader.of(
                    DarajaDialect.MARKET, DarajaBodies.BODIES, () -> DarajaCodes.CATALOGUE, () -> DarajaApi.OPERATIONS)
            .writingAmounts(DarajaMoney::decimal);

    private static final String CHECKOUT_ID = "CheckoutRequestID";
    private static final String CONVERSATION_ID = "OriginatorConversationID";
    private static final String CONVERSATION_ASKED = "OriginalConversationID";
    private static final String RECEIPT = "TransactionID";

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    private final DarajaSettings settings;

    KenyaMarket(DarajaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String scope() {
        return name() + (settings.isProduction() ? "/production" : "/sandbox");
    }

    @Override
    public boolean has(Operation<?, ?> operation) {
        return !operation.isSandboxOnly() || !settings.isProduction();
    }

    @Override
    public Proof proof() {
        return Proof.ADDRESS;
    }

    @Override
    public @Nullable Source source(String name) {
        return new DarajaSources(settings).named(name);
    }

    @Override
    public String builder() {
        return DarajaBuilder.BUILDER;
    }

    @Override
    public String msisdn(String written) {
        return Msisdn.of(written, KenyaNumbers.PLAN).digits();
    }

    @Override
    public BodyReader<DarajaCallback> reader() {
        return READER;
    }

    @Override
    public String receiptField() {
        return RECEIPT;
    }

    @Override
    public String acknowledgement(Message<DarajaCallback> message, String operation) {
        return message.event() instanceof C2bNotification
                ? C2bConfirmationAnswer.ADAPTER.toJson(C2bConfirmationAnswer.builder()
                        .resultCode(0)
                        .resultDescription("Success")
                        .build())
                : CallbackAnswer.ADAPTER.toJson(CallbackAnswer.builder()
                        .resultCode(0)
                        .resultDescription("Accepted")
                        .build());
    }

    @Override
    public String referenceField(String asked) {
        return asked.equals(CONVERSATION_ASKED) ? CONVERSATION_ID : asked;
    }

    @Override
    public StatusQuestion<DarajaCallback> question(Reference reference) {
        return switch (reference.field()) {
            case CHECKOUT_ID ->
                settings.stkAccount() == null
                        ? new StatusQuestion.CannotAsk<>(
                                "The gateway cannot be asked without payBill(...) or till(...).", true)
                        : asking(
                                "stk().status",
                                StkApi.STK_QUERY,
                                Draft.Content.of("checkoutRequestId", CHECKOUT_ID, reference.value()),
                                reference);
            case CONVERSATION_ID, RECEIPT ->
                settings.initiator() == null || settings.shortCode() == null || settings.callbacks() == null
                        ? new StatusQuestion.CannotAsk<>(
                                "The gateway cannot be asked without initiator(...), shortCode(...) and callbacksAt(...).",
                                true)
                        : asking(
                                "transactions().status",
                                TransactionsApi.TRANSACTION_STATUS,
                                reference.field().equals(RECEIPT)
                                        ? Draft.Content.of("receipt", RECEIPT, reference.value())
                                        : Draft.Content.of("conversationId", CONVERSATION_ASKED, reference.value()),
                                reference);
            case "RequestRefID", "CustomStoId" ->
                new StatusQuestion.CannotAsk<>(
                        "No question asks for it by the id that it was sent with: only the callback can tell.");
            default ->
                new StatusQuestion.CannotAsk<>(
                        "The acknowledgement was lost, and with it the id to ask with: only the callback can tell"
                                + (reference.operation().equals(StkApi.STK_PUSH.id())
                                        ? ", or the list of payments, with pullTransactions() where the app has that product."
                                        : "."));
        };
    }

    @Override
    public Optional<String> merchant() {
        return Optional.ofNullable(settings.collectingShortCode());
    }

    @Override
    public Optional<IncomingMoney<DarajaCallback>> incomingMoney() {
        return Optional.of(new CustomerMoney(settings));
    }

    @Override
    public Optional<String> misfit(String operation, Message<DarajaCallback> message) {
        Optional<String> misfit = Market.super.misfit(operation, message);
        if (misfit.isPresent()
                || !(message.event() instanceof C2bNotification notice)
                || notice.businessShortCode() == null
                || settings.shortCodes().isEmpty()
                || settings.shortCodes().contains(notice.businessShortCode())) {
            return misfit;
        }
        LOG.log(
                WARNING,
                "{0}: a notice tells of money at another short code than those of this client, {1}, and is not handed on",
                name(),
                notice.businessShortCode());
        return Optional.of("its short code is none of this client; if it is yours, name it with alsoReceives(...)");
    }

    private static StatusQuestion<DarajaCallback> asking(
            String call, Operation<?, ?> operation, Draft.Content content, Reference reference) {
        return new StatusQuestion.CanAsk<>(Inquiry.ofOutcome(READER, call, operation, content, reference));
    }
}
