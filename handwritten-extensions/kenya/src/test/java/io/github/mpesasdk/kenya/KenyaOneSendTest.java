package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.testing.OneSendContract;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.model.StandingOrderFrequency;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Every payment operation of Daraja, against a server that reads the request and then does its worst. */
class KenyaOneSendTest extends OneSendContract {

    private static final String TOKEN = "a-token-of-the-test-0001";
    private static final String SECRET = "consumer-secret-of-the-test";
    private static final String PASSKEY = "passkey-of-the-test";
    private static final String PASSWORD = "initiator-password-of-the-test";
    private static final String ACCEPTED = "{\"ConversationID\":\"c-1\",\"ResponseCode\":\"0\"}";
    static final EncryptionKey KEY = key();

    private static EncryptionKey key() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(2048);
            return PublicKeys.read(pairs.generateKeyPair().getPublic().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request) {
        return request.path().startsWith("/oauth/v1/generate")
                ? Optional.of("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":\"3599\"}")
                : Optional.empty();
    }

    @Override
    protected List<String> sensitiveTexts() {
        return List.of(
                TOKEN,
                SECRET,
                PASSKEY,
                Base64.getEncoder().encodeToString(PASSKEY.getBytes(StandardCharsets.US_ASCII)),
                PASSWORD,
                "254708374149",
                "708 374 149");
    }

    @Override
    protected List<MoneyOperation> operations() {
        return payments().entrySet().stream()
                .map(payment -> new MoneyOperation(
                        payment.getKey().id(),
                        payment.getKey().path(),
                        acceptance(payment.getKey().id()),
                        payment.getKey().reference().isPresent(),
                        setup -> {
                            try (Daraja daraja = client(setup)) {
                                payment.getValue().accept(daraja);
                            }
                        }))
                .toList();
    }

    private static String acceptance(String operation) {
        return switch (operation) {
            case "stkPush" -> "{\"CheckoutRequestID\":\"ws_CO_1\",\"ResponseCode\":\"0\"}";
            case "b2bExpressCheckout" -> "{\"code\":\"0\",\"status\":\"USSD Initiated Successfully\"}";
            case "standingOrderCreate" ->
                "{\"ResponseHeader\":{\"responseRefID\":\"r-1\",\"responseCode\":\"200\"},\"ResponseBody\":{}}";
            default -> ACCEPTED;
        };
    }

    private static Map<Operation<?, ?>, Consumer<Daraja>> payments() {
        Map<Operation<?, ?>, Consumer<Daraja>> all = new HashMap<>(newerPayments());
        all.putAll(olderPayments());
        return all;
    }

    private static Map<Operation<?, ?>, Consumer<Daraja>> newerPayments() {
        return Map.of(
                operation("b2pochiPayment"),
                        daraja -> daraja.b2c()
                                .payPochi(
                                        pay -> pay.amount(100).to(Shop.CUSTOMER).id("o-2")),
                operation("taxRemittance"),
                        daraja -> daraja.b2b().remitTax(tax -> tax.amount(10).reference("PRN-1")),
                operation("b2bExpressCheckout"),
                        daraja -> daraja.b2b().expressCheckout(prompt -> prompt.from("600001")
                                .amount(10)
                                .reference("A-1")
                                .partner("Example")),
                operation("standingOrderCreate"),
                        daraja -> daraja.ratiba().payBill(order -> order.amount(10)
                                .from(Shop.CUSTOMER)
                                .reference("A-1")
                                .every(StandingOrderFrequency.MONTHLY)
                                .end(LocalDate.of(2099, 12, 31))));
    }

    private static Map<Operation<?, ?>, Consumer<Daraja>> olderPayments() {
        return Map.of(
                operation("stkPush"), daraja -> daraja.stk().push(Shop::tea),
                operation("b2cPaymentV1"),
                        daraja -> daraja.b2c().payV1(pay -> pay.amount(100).to(Shop.CUSTOMER)),
                operation("b2cPaymentV3"),
                        // The answer repeats the id of the request.
                        daraja -> daraja.b2c()
                                .pay(pay -> pay.amount(100).to(Shop.CUSTOMER).id("o-1")),
                operation("b2bPayment"),
                        daraja -> daraja.b2b()
                                .payBill(pay -> pay.amount(10).to("600000").reference("A-1")),
                operation("reversal"),
                        daraja -> daraja.transactions()
                                .reverse(undo -> undo.receipt("TST1234567").amount(1)),
                operation("c2bSimulateV1"),
                        daraja -> daraja.c2b()
                                .simulatePayBillV1(paid ->
                                        paid.amount(10).from(Shop.CUSTOMER).reference("A-1")),
                operation("c2bSimulateV2"),
                        daraja -> daraja.c2b()
                                .simulatePayBill(paid ->
                                        paid.amount(10).from(Shop.CUSTOMER).reference("A-1")));
    }

    private static Operation<?, ?> operation(String id) {
        return DarajaApi.OPERATIONS.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Daraja client(Setup setup) {
        return Daraja.builder()
                .at(setup.baseUrl())
                .httpClient(setup.httpClient())
                .timeout(setup.timeout())
                .app("consumer-key", SECRET)
                .payBill("174379", PASSKEY)
                .shortCode("600992")
                .initiator("an-operator", PASSWORD, KEY)
                .callbacksAt(URI.create("https://shop.example/pay"))
                .build();
    }

    @Test
    void noPaymentOperationOfTheSpecIsMissing() {
        Set<Operation<?, ?>> ofTheSpec = DarajaApi.OPERATIONS.stream()
                .filter(operation -> operation.effect() == Effect.MONEY)
                .collect(Collectors.toUnmodifiableSet());

        Assertions.assertEquals(ofTheSpec, payments().keySet());
    }
}
