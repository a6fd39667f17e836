package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.BodyReader;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.VodacomBodies;
import io.github.mpesasdk.vodacomapi.VodacomCodes;
import io.github.mpesasdk.vodacomapi.api.C2bApi;
import io.github.mpesasdk.vodacomapi.api.DirectDebitsApi;
import io.github.mpesasdk.vodacomapi.api.TransactionsApi;
import io.github.mpesasdk.vodacomapi.model.CallbackReply;
import io.github.mpesasdk.vodacomapi.model.CallbackReplyCode;
import io.github.mpesasdk.vodacomapi.model.QueryDirectDebitCallback;
import io.github.mpesasdk.vodacomapi.model.TrueOrFalse;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is particular to the OpenAPI in the flow of a payment. */
final class VodacomMarket implements io.github.mpesasdk.core.flow.Market<VodacomCallback> {

    /** Reads whatever the gateway sends. */
    static final BodyReader<VodacomCallback> READER = BodyReader.of(
            VodacomDialect.MARKET, VodacomBodies.BODIES, () -> VodacomCodes.CATALOGUE, () -> VodacomApi.OPERATIONS);

    /** The once-only id of a request. */
    private static final String ID = "input_ThirdPartyConversationID";

    private static final String QUERY_REFERENCE = "input_QueryReference";

    // The gateway takes any id of a transaction to ask with, so it does not matter which one a reference has.
    private static final Set<String> ASKED_WITH = Set.of(ID, QUERY_REFERENCE);

    private final VodacomSettings settings;

    VodacomMarket(VodacomSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> merchant() {
        return Optional.ofNullable(settings.serviceProvider());
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
    public @Nullable Source source(String name) {
        return switch (name) {
            case "country" -> Source.of(input -> settings.market().country().value());
            case "currency" -> Source.of(input -> settings.currency().value());
            case "serviceProvider" -> Source.of(settings.serviceProvider(), "serviceProvider", code -> code);
            case "balanceQuestion" -> Source.of(VodacomMarket::asksForBalance);
            default -> null;
        };
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
    public BodyReader<VodacomCallback> reader() {
        return READER;
    }

    @Override
    public String receiptField() {
        return QUERY_REFERENCE;
    }

    // Some callbacks have the id under another name.
    @Override
    public String keyField(String name) {
        return ID;
    }

    @Override
    public String acknowledgement(Message<VodacomCallback> message, String operation) {
        return CallbackReply.ADAPTER.toJson(CallbackReply.builder()
                .originalConversationId(
                        message.text("input_OriginalConversationID").orElse(""))
                .responseCode(replyCode(operation, message))
                .responseDescription("Successfully Accepted Result")
                .thirdPartyConversationId(message.key().orElse(""))
                .build());
    }

    private static CallbackReplyCode replyCode(String operation, Message<VodacomCallback> message) {
        boolean isAboutMandate = message.event() instanceof QueryDirectDebitCallback
                || operation.equals(DirectDebitsApi.QUERY_DIRECT_DEBIT.id());
        if (isAboutMandate) {
            return CallbackReplyCode.DIRECT_DEBIT_QUERY_ACCEPTED;
        }
        // Its callback has the fields of any other payment; only the operation tells.
        return operation.equals(C2bApi.UPDATE_TRANSACTION_STATUS.id())
                ? CallbackReplyCode.VOUCHER_ACCEPTED
                : CallbackReplyCode.ACCEPTED;
    }

    @Override
    public StatusQuestion<VodacomCallback> question(Reference reference) {
        if (!ASKED_WITH.contains(reference.field()) || reference.value().isBlank()) {
            return new StatusQuestion.CannotAsk<>(
                    "The reference names no payment that the gateway could be asked for.");
        }
        return settings.serviceProvider() == null
                ? new StatusQuestion.CannotAsk<>("The gateway cannot be asked without serviceProvider(...).", true)
                : new StatusQuestion.CanAsk<>(Inquiry.ofOutcome(
                        READER,
                        "transactions().status",
                        TransactionsApi.QUERY_TRANSACTION_STATUS,
                        Draft.Content.of("transaction", QUERY_REFERENCE, reference.value()),
                        reference));
    }

    /** A text that an answer and a callback have under one name, but for its prefix. */
    static Optional<String> text(Told told, String name) {
        return told.text("output_" + name).or(() -> told.text("input_" + name));
    }
}
