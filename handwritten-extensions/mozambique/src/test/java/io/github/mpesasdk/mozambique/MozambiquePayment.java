package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A payment of a customer whose outcome is called back, for the contracts. */
record MozambiquePayment() implements MarketPayment {

    private static final String RECEIPT = "TST1234567";

    @Override
    public String operation() {
        return "c2bPayment";
    }

    @Override
    public String path() {
        return "/ipg/v1x/c2bPayment/singleStage/";
    }

    @Override
    public Client open(Setup setup) {
        Mozambique mozambique = setup.on(Mozambique.builder())
                .at(TestGateway.base(setup.baseUrl()))
                .apiKey(TestGateway.API_KEY, TestGateway.KEY)
                .serviceProvider("171717")
                .build();
        return new Client() {
            @Override
            public Payment<?> pay(String order) {
                return mozambique.c2b().charge(charge -> charge.amount(10)
                        .from(TestGateway.CUSTOMER)
                        .order(order));
            }

            @Override
            public Received<?> receive(String path, String body) {
                return mozambique.callbacks().receive(path, body);
            }

            @Override
            public Outcome find(Reference reference, Duration limit) {
                return mozambique.find(reference, limit);
            }

            @Override
            public void close() {
                mozambique.close();
            }
        };
    }

    // The key itself travels, encrypted.
    @Override
    public Optional<String> tokenAnswer(SeenRequest request) {
        return Optional.empty();
    }

    @Override
    public String acceptance(SeenRequest payment, String gatewayId) {
        return acceptance(id(payment), gatewayId);
    }

    private static String acceptance(String id, String gatewayId) {
        return MarketPayment.json(
                "output_ResponseCode",
                "INS-0",
                "output_TransactionID",
                "N/A",
                "output_ConversationID",
                gatewayId,
                "output_ThirdPartyReference",
                id);
    }

    private static String id(SeenRequest payment) {
        return TestGateway.field(payment, TestGateway.ID);
    }

    @Override
    public Answer refusal(SeenRequest payment) {
        return new Answer(
                "422 Unprocessable",
                MarketPayment.json(
                        "output_ResponseCode", "INS-2006",
                        "output_ResponseDesc", "Insufficient balance",
                        "output_ThirdPartyReference", id(payment)));
    }

    @Override
    public Optional<Answer> tokenRejection(SeenRequest payment) {
        return Optional.empty();
    }

    @Override
    public Codes codes() {
        return new Codes("INS-0", "INS-5", "INS-1");
    }

    @Override
    public Posted callback(SeenRequest payment, String gatewayId, String code) {
        return new Posted(
                "/pay",
                MarketPayment.json(
                        "input_OriginalConversationID",
                        gatewayId,
                        "input_ThirdPartyReference",
                        id(payment),
                        "input_TransactionID",
                        RECEIPT,
                        "input_ResultCode",
                        code,
                        "input_ResultDesc",
                        "Words of the gateway"));
    }

    @Override
    public Map<String, String> lies(SeenRequest payment, String gatewayId) {
        return Map.of("\"" + gatewayId + "\"", "\"GW-of-another\"");
    }

    @Override
    public Optional<String> foreignAcceptance(SeenRequest payment, String gatewayId) {
        return Optional.of(acceptance("0123456789abcdef0123456789abcdef", gatewayId));
    }

    @Override
    public List<String> contradictions(String acceptance, String refusal) {
        return List.of(refusal.replaceFirst("^\\{", "{\"output_TransactionID\":\"" + RECEIPT + "\","));
    }

    // It is kept with the id, by the process that sent the payment.
    @Override
    public boolean addressProvesOrder() {
        return false;
    }
}
