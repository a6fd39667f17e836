package io.github.mpesasdk.drc;

import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Market;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.StatusQuestion;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is particular to the DRC in the flow of a payment. */
final class DrcMarket implements Market<DrcCallback> {

    /** The once-only id of a payment, in requests and callbacks. */
    static final String ID = "ThirdPartyReference";

    private final DrcSettings settings;

    DrcMarket(DrcSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return DrcDialect.MARKET;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return DrcApi.OPERATIONS;
    }

    @Override
    public Proof proof() {
        return Proof.ADDRESS;
    }

    @Override
    public Map<String, Source> sources() {
        return new DrcSources(settings).byName();
    }

    @Override
    public String builder() {
        return DrcGatewayBuilder.BUILDER;
    }

    @Override
    public String msisdn(String written) {
        return Msisdn.of(written, DrcNumbers.PLAN).digits();
    }

    @Override
    public Message<DrcCallback> read(String body, boolean isTimeout) {
        return DrcBodies.callback(body);
    }

    @Override
    public Optional<Reference> nameIn(String operation, Message<DrcCallback> message) {
        String sender = operation.isEmpty() ? message.operation() : operation;
        return message.text(ID).map(id -> new Reference(DrcDialect.MARKET, sender, ID, id));
    }

    @Override
    public Outcome outcome(String operation, Message<DrcCallback> message, Reference reference) {
        return DrcOutcomes.of(operation, message, reference);
    }

    @Override
    public String acknowledgement(Message<DrcCallback> message, String operation) {
        return DrcMessages.acknowledgement(operation.isEmpty() ? message.operation() : operation);
    }

    @Override
    public StatusQuestion<DrcCallback> question(Reference reference) {
        return new StatusQuestion.CannotAsk<>(
                "This gateway has no call that asks what became of a payment: only its callback tells, or Vodacom's"
                        + " support, by the " + ID + ".");
    }
}
