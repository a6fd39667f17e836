package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.testing.OneSendContract;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Every payment operation, against a server that reads the request and then does its worst. */
class MozambiqueOneSendTest extends OneSendContract {

    private static final String BASE = "/ipg/v1x";
    // A connection that answered a question is used again for a payment, whose answer must repeat its id.
    private static final String OWN_ID = "order_14";
    private static final String DONE = "{\"output_ResponseCode\":\"INS-0\",\"output_ResponseDesc\":\"Done\","
            + "\"output_TransactionID\":\"TST1\",\"output_ThirdPartyReference\":\"" + OWN_ID + "\"}";

    // There is no token. What precedes a payment on the line is a question, and the contract counts only payments.
    @Override
    protected Optional<String> tokenAnswer(SeenRequest request) {
        return request.path().equals(BASE + "/queryTransactionStatus/")
                ? Optional.of("{\"output_ResponseCode\":\"INS-0\",\"output_ResponseTransactionStatus\":\"Completed\"}")
                : Optional.empty();
    }

    @Override
    protected List<String> sensitiveTexts() {
        return List.of(
                TestGateway.API_KEY,
                TestGateway.CREDENTIAL,
                TestGateway.INITIATOR,
                TestGateway.CUSTOMER,
                TestGateway.CUSTOMER_DIGITS,
                "INV_SECRET_7");
    }

    @Override
    protected List<MoneyOperation> operations() {
        return payments().entrySet().stream()
                .map(payment -> new MoneyOperation(
                        payment.getKey().id(), BASE + payment.getKey().path(), DONE, setup -> {
                            try (Mozambique mozambique = client(setup)) {
                                mozambique.transactions().status("TST0").await(Duration.ofSeconds(20));
                                payment.getValue().accept(mozambique);
                            }
                        }))
                .toList();
    }

    private static Map<Operation<?, ?>, Consumer<Mozambique>> payments() {
        return Map.of(
                operation("c2bPayment"),
                        mozambique -> mozambique.c2b().charge(charge -> charge.amount(15)
                                .from(TestGateway.CUSTOMER)
                                .reference("INV_SECRET_7")
                                .id(OWN_ID)),
                operation("b2cPayment"),
                        mozambique -> mozambique.b2c().pay(pay -> pay.amount(15)
                                .to(TestGateway.CUSTOMER)
                                .id(OWN_ID)),
                operation("b2bPayment"),
                        mozambique -> mozambique
                                .b2b()
                                .pay(pay -> pay.amount(15).to("979797").id(OWN_ID)),
                operation("reversal"),
                        mozambique -> mozambique.transactions().reverse(undo -> undo.receipt("TST1")
                                .id(OWN_ID)));
    }

    private static Operation<?, ?> operation(String id) {
        return MozambiqueApi.OPERATIONS.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Mozambique client(Setup setup) {
        return TestGateway.settings()
                .at(TestGateway.base(setup.baseUrl()))
                .httpClient(setup.httpClient())
                .timeout(setup.timeout())
                .build();
    }

    @Test
    void noPaymentOperationOfTheSpecIsMissing() {
        Set<Operation<?, ?>> ofTheSpec = MozambiqueApi.OPERATIONS.stream()
                .filter(operation -> operation.effect() == Effect.MONEY)
                .collect(Collectors.toUnmodifiableSet());

        Assertions.assertEquals(ofTheSpec, payments().keySet());
    }
}
