package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.core.testing.OneSendContract;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every payment operation of the OpenAPI, against a server that reads the request and then does its worst. */
class VodacomOneSendTest extends OneSendContract {

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request) {
        return Gateway.isSession(request) ? Optional.of(Gateway.sessionAnswer(Gateway.SESSION)) : Optional.empty();
    }

    @Override
    protected List<String> sensitiveTexts() {
        return List.of(Gateway.API_KEY, Gateway.SESSION, "255744000001", "744 000 001", "VOUCHER0001", "TOKEN0001");
    }

    @Override
    protected List<MoneyOperation> operations() {
        return payments().entrySet().stream()
                .map(payment -> new MoneyOperation(
                        payment.getKey().id(),
                        Gateway.BASE + payment.getKey().path(),
                        "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1234567\"}",
                        setup -> {
                            try (VodacomOpenApi client = VodacomOpenApi.builder()
                                    .at(setup.baseUrl())
                                    .httpClient(setup.httpClient())
                                    .timeout(setup.timeout())
                                    .market(Market.TANZANIA)
                                    .apiKey(Gateway.API_KEY, Gateway.KEY)
                                    .serviceProvider("000000")
                                    .activationPatience(Duration.ZERO)
                                    .build()) {
                                payment.getValue().accept(client);
                            }
                        }))
                .toList();
    }

    private static Map<Operation<?, ?>, Consumer<VodacomOpenApi>> payments() {
        return Map.of(
                operation("c2bPayment"),
                client -> client.c2b().charge(Gateway::tea),
                operation("c2bPaymentMultiStage"),
                client -> client.c2b()
                        .chargeInStages(charge ->
                                charge.amount(10).from(Gateway.CUSTOMER).description("Tea")),
                operation("updateTransactionStatus"),
                client -> client.c2b()
                        .commit(stage -> stage.voucher("VOUCHER0001").receipt("TST1234567")),
                operation("b2cPayment"),
                client -> client.b2c()
                        .pay(pay -> pay.amount(10).to(Gateway.CUSTOMER).description("Wages")),
                operation("b2bPayment"),
                client -> client.b2b().pay(pay -> pay.amount(10).to("000001").description("Stock")),
                operation("reversal"),
                client -> client.transactions()
                        .reverse(undo -> undo.receipt("TST1234567").amount(1)),
                operation("directDebitPayment"),
                client -> client.directDebits()
                        .charge(pay -> pay.reference("CONTRACT1").amount(10).token("TOKEN0001")));
    }

    private static Operation<?, ?> operation(String id) {
        return VodacomApi.OPERATIONS.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noPaymentOperationOfTheSpecIsMissing() {
        Set<Operation<?, ?>> ofTheSpec = VodacomApi.OPERATIONS.stream()
                .filter(operation -> operation.effect() == Effect.MONEY)
                .collect(Collectors.toUnmodifiableSet());

        assertEquals(ofTheSpec, payments().keySet());
    }
}
