package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A payment of a customer, for the contracts.
 *
 * @param isSynchronous whether the application is: then the answer is the outcome
 */
record VodacomPayment(boolean isSynchronous) implements MarketPayment {

    static final List<MarketPayment> ALL = List.of(new VodacomPayment(false), new VodacomPayment(true));

    private static final String RECEIPT = "TST1234567";

    @Override
    public String operation() {
        return "c2bPayment";
    }

    @Override
    public String path() {
        return Gateway.BASE + "/c2bPayment/singleStage/";
    }

    @Override
    public Client open(Setup setup) {
        VodacomOpenApi vodacom = setup.on(VodacomOpenApi.builder())
                .at(setup.baseUrl())
                .market(Market.TANZANIA)
                .apiKey(Gateway.API_KEY, Gateway.KEY)
                .serviceProvider("000000")
                .activationPatience(Duration.ZERO)
                .build();
        return new Client() {
            @Override
            public Payment<?> pay(String order) {
                return vodacom.c2b().charge(charge -> charge.amount(10)
                        .from(Gateway.CUSTOMER)
                        .description("Tea")
                        .order(order));
            }

            @Override
            public Received<?> receive(String path, String body) {
                return vodacom.callbacks().receive(path, body);
            }

            @Override
            public Outcome find(Reference reference, Duration limit) {
                return vodacom.find(reference, limit);
            }

            @Override
            public void close() {
                vodacom.close();
            }
        };
    }

    @Override
    public Optional<String> tokenAnswer(SeenRequest request) {
        return Gateway.isSession(request) ? Optional.of(Gateway.sessionAnswer(Gateway.SESSION)) : Optional.empty();
    }

    @Override
    public String acceptance(SeenRequest payment, String gatewayId) {
        return acceptance(Gateway.id(payment), gatewayId);
    }

    private String acceptance(String id, String gatewayId) {
        return MarketPayment.json(
                "output_ResponseCode",
                "INS-0",
                "output_TransactionID",
                isSynchronous ? RECEIPT : "N/A",
                "output_ConversationID",
                gatewayId,
                "output_ThirdPartyConversationID",
                id);
    }

    @Override
    public Answer refusal(SeenRequest payment) {
        return new Answer(
                "422 Unprocessable",
                MarketPayment.json(
                        "output_ResponseCode", "INS-2006",
                        "output_ResponseDesc", "Insufficient balance",
                        "output_ThirdPartyConversationID", Gateway.id(payment)));
    }

    @Override
    public Optional<Answer> tokenRejection(SeenRequest payment) {
        return Optional.of(new Answer("401 Unauthorized", Gateway.NOT_AUTHORIZED));
    }

    @Override
    public Codes codes() {
        return new Codes("INS-0", "INS-6", "INS-1");
    }

    @Override
    public Posted callback(SeenRequest payment, String gatewayId, String code) {
        return new Posted("/pay", Bodies.callback(gatewayId, Gateway.id(payment), code));
    }

    @Override
    public Map<String, String> lies(SeenRequest payment, String gatewayId) {
        // Of a payment whose answer was lost, nobody knows the gateway's id.
        return isSynchronous ? Map.of() : Map.of("\"" + gatewayId + "\"", "\"GW-of-another\"");
    }

    @Override
    public Optional<String> foreignAcceptance(SeenRequest payment, String gatewayId) {
        return Optional.of(acceptance("0123456789abcdef0123456789abcdef", gatewayId));
    }

    @Override
    public List<String> contradictions(String acceptance, String refusal) {
        String error = Gateway.NOT_AUTHORIZED.replaceFirst("\\}$", ",");
        return List.of(
                acceptance.replaceFirst("^\\{", error),
                error + "\"output_TransactionID\":\"" + RECEIPT + "\"}",
                refusal.replaceFirst("^\\{", "{\"output_TransactionID\":\"" + RECEIPT + "\","));
    }

    @Override
    public boolean isSettledByItsAnswer() {
        return isSynchronous;
    }

    // It is kept with the id, by the process that sent the payment.
    @Override
    public boolean addressProvesOrder() {
        return false;
    }
}
