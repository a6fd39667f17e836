package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client takes from environment variables; the README and the Spring starter have the same names. */
class EnvironmentTest extends ShopTest {

    EnvironmentTest(KenyaSandbox kenya) {
        super(kenya);
    }

    private Map<String, String> app() {
        Map<String, String> variables = new HashMap<>();
        variables.put("MPESA_KENYA_CONSUMER_KEY", kenya.consumerKey());
        variables.put("MPESA_KENYA_CONSUMER_SECRET", kenya.consumerSecret());
        variables.put("MPESA_KENYA_PASSKEY", kenya.passkey());
        variables.put("MPESA_KENYA_CALLBACK_URL", shop.callbacks().toString());
        return variables;
    }

    private Daraja client(Map<String, String> variables) {
        return Daraja.builder().at(kenya.baseUrl()).fromEnv(variables).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MPESA_KENYA_PAY_BILL", "MPESA_KENYA_SHORT_CODE"})
    void aPayBillCollects(String variable) {
        Map<String, String> variables = app();
        variables.put(variable, kenya.payBill());
        try (Daraja daraja = client(variables)) {
            daraja.stk().push(Shop::tea);
            assertEquals(1, kenya.journal().count("stkPush"));
        }
    }

    @Test
    void aTillHasAStoreNumberToo() {
        Map<String, String> variables = app();
        variables.put("MPESA_KENYA_TILL_NUMBER", "600000");
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> client(variables));
        assertTrue(String.valueOf(error.getMessage()).contains("MPESA_KENYA_STORE_NUMBER"), error.getMessage());
        variables.put("MPESA_KENYA_STORE_NUMBER", kenya.payBill());
        client(variables).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MPESA_KENYA_PAY_BILL", "MPESA_KENYA_STORE_NUMBER", "MPESA_KENYA_TILL_NUMBER"})
    void whatCollectsHasAPasskey(String variable) {
        Map<String, String> variables = app();
        variables.put(variable, kenya.payBill());
        variables.remove("MPESA_KENYA_PASSKEY");
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> client(variables));
        assertEquals(
                "The environment is not valid, nothing was sent: MPESA_KENYA_PASSKEY is not set", error.getMessage());
    }

    @Test
    void whatIsMissingIsTheVariableToo() {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> client(Map.of()));
        assertEquals(
                "Daraja.builder() is not valid, nothing was sent: consumer key is needed: give it to Daraja.builder()"
                        + " with app(...), or set MPESA_KENYA_CONSUMER_KEY; consumer secret is needed: give it to"
                        + " Daraja.builder() with app(...), or set MPESA_KENYA_CONSUMER_SECRET",
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MPESA_KENYA_INITIATOR_CERTIFICATE", "MPESA_KENYA_CERTIFICATE"})
    void anInitiatorHasACertificate(String variable) {
        Map<String, String> variables = app();
        variables.put("MPESA_KENYA_SHORT_CODE", kenya.businessShortCode());
        variables.put("MPESA_KENYA_INITIATOR_NAME", kenya.initiatorName());
        variables.put("MPESA_KENYA_INITIATOR_PASSWORD", kenya.initiatorPassword());
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> client(variables));
        assertTrue(
                String.valueOf(error.getMessage()).contains("MPESA_KENYA_INITIATOR_CERTIFICATE"), error.getMessage());
        variables.put(variable, kenya.certificatePem());
        try (Daraja daraja = client(variables)) {
            daraja.b2c().pay(pay -> pay.amount(10).to(Shop.CUSTOMER).remarks("refund"));
            assertEquals(1, kenya.journal().count("b2cPaymentV3"));
        }
    }
}
