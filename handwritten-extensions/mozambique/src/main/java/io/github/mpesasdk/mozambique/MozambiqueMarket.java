package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Market;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.api.CustomersApi;
import io.github.mpesasdk.mozambiqueapi.api.TransactionsApi;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is particular to Mozambique in the flow of a payment. */
final class MozambiqueMarket implements Market<MozambiqueCallback> {

    static final String RECEIPT = "output_TransactionID";

    private static final String IDENTIFIER = "input_InitiatorIdentifier";
    private static final String CREDENTIAL = "input_SecurityCredential";

    private final MozambiqueSettings settings;

    MozambiqueMarket(MozambiqueSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return MozambiqueDialect.MARKET;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return MozambiqueApi.OPERATIONS;
    }

    @Override
    public Proof proof() {
        return Proof.ID;
    }

    @Override
    public Map<String, Source> sources() {
        return Map.of(
                "serviceProvider", Source.of(settings.serviceProvider(), "serviceProvider", code -> code),
                "initiator", ours(CREDENTIAL, Initiator::securityCredential, Initiator::identifier),
                "credential", ours(IDENTIFIER, Initiator::identifier, Initiator::securityCredential));
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
    private Source ours(String beside, Function<Initiator, String> other, Function<Initiator, String> value) {
        Initiator initiator = settings.initiator();
        if (initiator == null) {
            return Source.missing("initiator");
        }
        String own = other.apply(initiator);
        return Source.of(input -> input.text(beside).orElse(own).equals(own) ? value.apply(initiator) : null);
    }

    @Override
    public Message<MozambiqueCallback> read(String body, boolean isTimeout) {
        UntrustedBody untrusted = UntrustedBody.of(MozambiqueDialect.MARKET, body);
        return MozambiqueBodies.callback(untrusted.json())
                .map(MozambiqueMessages::of)
                .orElseThrow(() -> untrusted.unreadable("its fields are none of a callback's"));
    }

    @Override
    public Optional<String> idIn(Message<MozambiqueCallback> message) {
        return message.text(MozambiqueMessages.ID);
    }

    @Override
    public Optional<Reference> nameIn(String operation, Message<MozambiqueCallback> message) {
        return MozambiqueMessages.name(operation, message);
    }

    @Override
    public Outcome outcome(String operation, Message<MozambiqueCallback> message, Reference reference) {
        return MozambiqueOutcomes.of(operation, message, reference);
    }

    @Override
    public String acknowledgement(Message<MozambiqueCallback> message, String operation) {
        return MozambiqueMessages.acknowledgement(message);
    }

    @Override
    public Optional<Outcome> outcomeOfAnswer(Operation<?, ?> operation, JsonObject answer, Reference reference) {
        return MozambiqueOutcomes.ofAnswer(operation.id(), answer, reference);
    }

    @Override
    public StatusQuestion<MozambiqueCallback> question(Reference reference) {
        if (settings.serviceProvider() == null) {
            return new StatusQuestion.CannotAsk<>("The gateway cannot be asked without serviceProvider(...).");
        }
        return reference.value().isBlank()
                ? new StatusQuestion.CannotAsk<>("The reference names no payment that the gateway could be asked for.")
                : new StatusQuestion.CanAsk<>(transactionStatus(reference));
    }

    /** Asks what became of a transaction, by any of its ids. */
    Inquiry<MozambiqueCallback, ?, ?, Outcome> transactionStatus(Reference reference) {
        return new Inquiry<>(
                "transactions().status",
                TransactionsApi.QUERY_TRANSACTION_STATUS,
                Draft.Content.of("receipt", "input_QueryReference", reference.value()),
                answer -> MozambiqueOutcomes.ofStatusAnswer(answer, reference),
                message -> MozambiqueOutcomes.ofStatus(message, reference));
    }

    /** Asks for the name of a customer. */
    Inquiry<MozambiqueCallback, ?, ?, String> customerName(Draft.Content customer) {
        return new Inquiry<>(
                "customers().name",
                CustomersApi.QUERY_CUSTOMER_NAME,
                customer,
                answer -> MozambiqueDialect.text(answer, "output_CustomerName"),
                MozambiqueOutcomes::customerName);
    }
}
