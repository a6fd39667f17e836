package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.BodyReader;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Market;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.MozambiqueBodies;
import io.github.mpesasdk.mozambiqueapi.MozambiqueCodes;
import io.github.mpesasdk.mozambiqueapi.api.CustomersApi;
import io.github.mpesasdk.mozambiqueapi.api.TransactionsApi;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReply;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReplyCode;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is particular to Mozambique in the flow of a payment. */
final class MozambiqueMarket implements Market<MozambiqueCallback> {

    /** Reads whatever the gateway sends. */
    static final BodyReader<MozambiqueCallback> READER = BodyReader.of(
            MozambiqueDialect.MARKET,
            MozambiqueBodies.BODIES,
            () -> MozambiqueCodes.CATALOGUE,
            () -> MozambiqueApi.OPERATIONS);

    static final String RECEIPT = "output_TransactionID";
    private static final String CONVERSATION = "input_OriginalConversationID";

    private static final String IDENTIFIER = "input_InitiatorIdentifier";
    private static final String CREDENTIAL = "input_SecurityCredential";

    private final boolean isProduction;
    private final @Nullable String serviceProvider;
    private final @Nullable Initiator initiator;

    MozambiqueMarket(boolean isProduction, @Nullable String serviceProvider, @Nullable Initiator initiator) {
        this.isProduction = isProduction;
        this.serviceProvider = serviceProvider;
        this.initiator = initiator;
    }

    @Override
    public String scope() {
        return name() + (isProduction ? "/production" : "/sandbox");
    }

    @Override
    public Optional<String> merchant() {
        return Optional.ofNullable(serviceProvider);
    }

    @Override
    public Proof proof() {
        return Proof.ID;
    }

    @Override
    public @Nullable Source source(String name) {
        return switch (name) {
            case "serviceProvider" -> Source.of(serviceProvider, "serviceProvider", code -> code);
            case "initiator" -> ofInitiator(CREDENTIAL, Initiator::securityCredential, Initiator::identifier);
            case "credential" -> ofInitiator(IDENTIFIER, Initiator::identifier, Initiator::securityCredential);
            default -> null;
        };
    }

    @Override
    public String builder() {
        return MozambiqueBuilder.BUILDER;
    }

    @Override
    public String msisdn(String written) {
        return Msisdn.of(written, Mozambique.NUMBERING).digits();
    }

    // Both or neither: the credential of one initiator must not travel under the name of another.
    private Source ofInitiator(String beside, Function<Initiator, String> other, Function<Initiator, String> value) {
        if (initiator == null) {
            return Source.missing("initiator");
        }
        String own = other.apply(initiator);
        return Source.of(input -> input.text(beside).orElse(own).equals(own) ? value.apply(initiator) : null);
    }

    @Override
    public BodyReader<MozambiqueCallback> reader() {
        return READER;
    }

    @Override
    public String receiptField() {
        return RECEIPT;
    }

    @Override
    public String acknowledgement(Message<MozambiqueCallback> message, String operation) {
        return CallbackReply.ADAPTER.toJson(CallbackReply.builder()
                .originalConversationId(message.text(CONVERSATION).orElse(""))
                .responseCode(CallbackReplyCode.ACCEPTED)
                .responseDescription("Successfully Accepted Result")
                .thirdPartyConversationId(message.key().orElse(""))
                .build());
    }

    @Override
    public StatusQuestion<MozambiqueCallback> question(Reference reference) {
        if (serviceProvider == null) {
            return new StatusQuestion.CannotAsk<>("The gateway cannot be asked without serviceProvider(...).", true);
        }
        return reference.value().isBlank()
                ? new StatusQuestion.CannotAsk<>("The reference names no payment that the gateway could be asked for.")
                : new StatusQuestion.CanAsk<>(transactionStatus(reference));
    }

    /** Asks what became of a transaction, by any of its ids. */
    Inquiry<MozambiqueCallback, Outcome> transactionStatus(Reference reference) {
        return new Inquiry<>(
                "transactions().status",
                TransactionsApi.QUERY_TRANSACTION_STATUS,
                Draft.Content.of("receipt", "input_QueryReference", reference.value()),
                answer -> READER.outcomes().ofAnswer(TransactionsApi.QUERY_TRANSACTION_STATUS, answer, reference),
                message -> READER.outcomes().of(TransactionsApi.QUERY_TRANSACTION_STATUS.id(), message, reference));
    }

    /** Asks for the name of a customer. */
    Inquiry<MozambiqueCallback, String> customerName(Draft.Content customer) {
        return new Inquiry<>(
                "customers().name",
                CustomersApi.QUERY_CUSTOMER_NAME,
                customer,
                answer -> READER.text(answer, "output_CustomerName"),
                MozambiqueMarket::name);
    }

    private static String name(Message<MozambiqueCallback> message) {
        String question = CustomersApi.QUERY_CUSTOMER_NAME.id();
        return READER.outcomes()
                .answered(question, message)
                .text("input_CustomerName")
                .orElseThrow(() -> new NoAnswerException(
                        Incident.of(MozambiqueDialect.MARKET, question).withTrouble("The answer holds no name."),
                        null));
    }
}
