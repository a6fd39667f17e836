package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No secret, phone number or name leaves through a message, a log or a toString. */
class SecrecyTest {

    private static final List<String> SECRETS = List.of(
            TestGateway.API_KEY,
            TestGateway.CREDENTIAL,
            TestGateway.INITIATOR,
            TestGateway.CUSTOMER_DIGITS,
            TestGateway.CUSTOMER);

    @RegisterExtension
    final SdkLog log = new SdkLog();

    @AfterEach
    void theLogTellsNothing() {
        assertTrue(log.text().contains("mozambique."), "something is logged at all");
        Secrecy.prove(log.text(), SECRETS);
    }

    // Refuses in words that repeat everything it was told.
    private static String gossip(SeenRequest request) {
        String heard =
                (request.head() + " " + request.body()).replace("\"", "'").replaceAll("\\s+", " ");
        return "{\"output_ResponseCode\":\"INS-15\",\"output_ResponseDesc\":\"" + heard + "\"}";
    }

    @Test
    void aRefusalThatRepeatsTheRequestTellsNothing() {
        try (TestGateway gateway = TestGateway.answering(SecrecyTest::gossip)) {
            Mozambique mozambique = gateway.client();
            prove(gateway, assertThrows(MpesaException.class, () -> mozambique
                    .b2c()
                    .pay(pay -> pay.amount(15).to(TestGateway.CUSTOMER))));
            prove(gateway, assertThrows(MpesaException.class, () -> mozambique
                    .transactions()
                    .reverse(undo -> undo.receipt("TST1"))));
            prove(gateway, assertThrows(MpesaException.class, () -> mozambique
                    .customers()
                    .name(TestGateway.CUSTOMER)
                    .await(TestGateway.SOON)));
        }
    }

    private static void prove(TestGateway gateway, MpesaException error) {
        Secrecy.prove(error, SECRETS);
        Secrecy.proveForHeaders(error, gateway.requests());
    }

    @Test
    void whatIsPrintedTellsNothing() {
        String body = "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\","
                + "\"output_CustomerName\":\"Ex*mp*e Cus*om*r\"}";
        try (TestGateway gateway = TestGateway.answering("200 OK", body)) {
            Payment<?> payment =
                    gateway.client().c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER));
            String sent = TestGateway.field(gateway.requests().get(0), "input_ThirdPartyReference");
            String printed = payment + " " + payment.await(TestGateway.SOON) + " " + gateway.client() + " "
                    + new Initiator(TestGateway.INITIATOR, TestGateway.CREDENTIAL) + " "
                    + Mozambique.decode(body);

            Secrecy.prove(printed, SECRETS);
            Secrecy.prove(printed, List.of(sent, "Cus*om*r"));
        }
    }
}
