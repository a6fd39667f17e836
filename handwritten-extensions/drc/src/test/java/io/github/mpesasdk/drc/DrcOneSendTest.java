package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.OneSendContract;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.model.DrcB2cInput;
import io.github.mpesasdk.drcapi.model.DrcC2bInput;
import io.github.mpesasdk.drcapi.model.DrcCallBackChannel;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import io.github.mpesasdk.drcapi.model.DrcLanguage;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both payments, by every way to send them, against a server that reads the request and then does its worst. */
class DrcOneSendTest extends OneSendContract {

    private static final String C2B = "/insight/SOAPIn";
    private static final String B2C = "/iPG/B2C";

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request) {
        return TestGateway.isLogin(request) ? Optional.of(Soap.session(TestGateway.SESSION)) : Optional.empty();
    }

    @Override
    protected List<String> sensitiveTexts() {
        return List.of(
                TestGateway.USERNAME,
                TestGateway.PASSWORD,
                TestGateway.SESSION,
                TestGateway.MSISDN,
                "810000001",
                "Kabila",
                "Tea of",
                "shop.example");
    }

    @Override
    protected List<MoneyOperation> operations() {
        return List.of(
                c2b("c2bPayment", client -> client.c2b().charge(TestGateway::tea)),
                b2c("b2cPayment", client -> client.b2c().pay(TestGateway::wages)),
                c2b("c2bPayment by call", client -> client.call("c2bPayment", callInput("Surname", "Initials"))),
                b2c("b2cPayment by call", client -> client.call("b2cPayment", callInput())),
                c2b("c2bPayment by api", client -> client.api().c2b().c2bPayment(c2bRequest())),
                b2c("b2cPayment by api", client -> client.api().b2c().b2cPayment(b2cRequest())));
    }

    private static MoneyOperation c2b(String id, Consumer<DrcGateway> payment) {
        return operation(id, C2B, Soap.acceptedC2b(), payment);
    }

    private static MoneyOperation b2c(String id, Consumer<DrcGateway> payment) {
        return operation(id, B2C, Soap.acceptedB2c(), payment);
    }

    private static MoneyOperation operation(String id, String path, String acceptance, Consumer<DrcGateway> payment) {
        return new MoneyOperation(id, path, acceptance, setup -> {
            try (DrcGateway client = TestGateway.settings()
                    .at(setup.baseUrl())
                    .httpClient(setup.httpClient())
                    .timeout(setup.timeout())
                    .build()) {
                payment.accept(client);
            }
        });
    }

    private static JsonObject callInput(String... texts) {
        JsonObject input = new JsonObject();
        input.addProperty("CustomerMSISDN", TestGateway.MSISDN);
        input.addProperty("Currency", "CDF");
        input.addProperty("Amount", "2500");
        input.addProperty("CallBackDestination", "https://shop.example/mpesa/0123");
        Stream.of(texts).forEach(name -> input.addProperty(name, "Kabila Shop"));
        return input;
    }

    private static DrcC2bInput c2bRequest() {
        return DrcC2bInput.builder()
                .customerMsisdn(TestGateway.MSISDN)
                .serviceProviderCode("8337")
                .currency(DrcCurrency.CDF)
                .amount(BigDecimal.TEN)
                .date("20260314092408")
                .thirdPartyReference("reference-of-the-test")
                .commandId("InitTrans_testC2B")
                .language(DrcLanguage.FR)
                .callbackChannel(DrcCallBackChannel.HTTP)
                .callbackDestination("https://shop.example/mpesa/0123")
                .surname("Kabila Shop")
                .initials("Tea of Order 17")
                .build();
    }

    private static DrcB2cInput b2cRequest() {
        return DrcB2cInput.builder()
                .serviceProviderName("SHOP")
                .customerMsisdn(TestGateway.MSISDN)
                .currency(DrcCurrency.USD)
                .amount(BigDecimal.TEN)
                .transactionDateTime("20260314092408")
                .shortCode("15058")
                .language(DrcLanguage.FR)
                .thirdPartyReference("reference-of-the-test")
                .callbackChannel(DrcCallBackChannel.HTTP)
                .callbackDestination("https://shop.example/mpesa/0123")
                .commandId("InitTrans_testB2C")
                .build();
    }

    @Test
    void noPaymentOperationOfTheSpecIsMissing() {
        Set<String> ofTheSpec = DrcApi.OPERATIONS.stream()
                .filter(operation -> operation.effect() == Effect.MONEY)
                .map(Operation::id)
                .collect(Collectors.toUnmodifiableSet());

        assertEquals(Set.of("c2bPayment", "b2cPayment"), ofTheSpec);
    }

    @Test
    void anUnknownOutcomeSaysThatThereIsNoCallThatAsks() {
        try (TestGateway gateway = TestGateway.open(request -> "500 Oops\n");
                DrcGateway client = gateway.client()) {
            UnknownOutcomeException unknown = assertThrows(UnknownOutcomeException.class, () -> client.c2b()
                    .charge(charge -> TestGateway.tea(charge).id("order-17")));

            assertEquals(
                    "ThirdPartyReference", unknown.reference().orElseThrow().field());
            assertEquals("order-17", unknown.reference().orElseThrow().value());
            assertTrue(unknown.getMessage().contains("no known call that asks"), unknown.getMessage());
            assertTrue(unknown.getMessage().contains("support"), unknown.getMessage());
        }
    }
}
