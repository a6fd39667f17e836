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
import io.github.mpesasdk.core.message.Told;
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

    private static final String RECEIPT = "output_TransactionID";
    private static final String ASKED = "input_QueryReference";
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

    // One asks with any id of a transaction; a caller's is the receipt.
    @Override
    public String referenceField(String asked) {
        return asked.equals(ASKED) ? RECEIPT : asked;
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
    static Inquiry<MozambiqueCallback, Outcome> transactionStatus(Reference reference) {
        return Inquiry.ofOutcome(
                READER,
                "transactions().status",
                TransactionsApi.QUERY_TRANSACTION_STATUS,
                Draft.Content.of("receipt", ASKED, reference.value()),
                reference);
    }

    /** The name of a customer, in an answer or a callback. */
    static String name(Told told) {
        return told.text("output_CustomerName")
                .or(() -> told.text("input_CustomerName"))
                .orElseThrow(() -> new NoAnswerException(
                        Incident.of(MozambiqueDialect.MARKET, CustomersApi.QUERY_CUSTOMER_NAME.id())
                                .withTrouble("The answer holds no name."),
                        null));
    }
}
