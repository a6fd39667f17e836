package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References are made for the caller before the send, can be chosen, and come back with every error. */
class ReferenceTest {

    private static final String DONE = "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\"}";

    private static Payment<?> charge(TestGateway gateway) {
        return gateway.client().c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER));
    }

    @Test
    void eachRequestHasItsOwnInTheAllowedAlphabet() {
        try (TestGateway gateway = TestGateway.answering("201 Created", DONE)) {
            Reference reference = charge(gateway).reference();
            charge(gateway);

            SeenRequest first = gateway.requests().get(0);
            SeenRequest second = gateway.requests().get(1);
            String ours = TestGateway.field(first, "input_ThirdPartyReference");
            assertEquals(new Reference("input_ThirdPartyReference", ours), reference);
            assertTrue(ours.matches("[0-9a-f]{32}"));
            assertTrue(TestGateway.field(first, "input_TransactionReference").matches("\\w{1,20}"));
            assertNotEquals(ours, TestGateway.field(second, "input_ThirdPartyReference"));
            assertNotEquals(
                    TestGateway.field(first, "input_TransactionReference"),
                    TestGateway.field(second, "input_TransactionReference"));
        }
    }

    @Test
    void theCallersOwnIsSentAsItIs() {
        try (TestGateway gateway = TestGateway.answering("201 Created", DONE)) {
            Payment<?> payment = gateway.client().b2c().pay(pay -> pay.amount(15)
                    .to(TestGateway.CUSTOMER)
                    .transactionReference("PAY_14")
                    .thirdPartyReference("order_0014"));

            SeenRequest sent = gateway.requests().get(0);
            assertEquals("PAY_14", TestGateway.field(sent, "input_TransactionReference"));
            assertEquals("order_0014", TestGateway.field(sent, "input_ThirdPartyReference"));
            assertEquals("order_0014", payment.reference().value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d3c9a12-4f6b-4e1a-9a55-0c1d2e3f4a5b", "order 14", "order.14", "ção"})
    void whatTheGatewayWouldNotTakeIsRefusedBeforeTheSendWithTheRule(String id) {
        try (TestGateway gateway = TestGateway.answering("201 Created", DONE)) {
            InvalidInputException refused = assertThrows(
                    InvalidInputException.class, () -> gateway.client().c2b().charge(charge -> charge.amount(15)
                            .from(TestGateway.CUSTOMER)
                            .thirdPartyReference(id)));

            assertEquals(1, refused.violations().size());
            assertEquals(
                    "input_ThirdPartyReference", refused.violations().get(0).field());
            assertTrue(refused.getMessage().contains("letters, digits and underscores"), refused.getMessage());
            assertEquals(0, gateway.requests().size());
        }
    }

    @Test
    void anInvoiceNumberThatIsTooLongOrHyphenatedIsRefusedToo() {
        try (TestGateway gateway = TestGateway.answering("201 Created", DONE)) {
            for (String number : new String[] {"INV-001", "123456789012345678901"}) {
                assertThrows(InvalidInputException.class, () -> gateway.client()
                        .b2b()
                        .pay(pay -> pay.amount(15).to("979797").transactionReference(number)));
            }
            assertEquals(0, gateway.requests().size());
        }
    }

    @Test
    void everyErrorBringsItsReference() {
        proveReference(UnknownOutcomeException.class, "500 Oops", "<html>");
        proveReference(RefusedException.class, "400 Bad Request", "{\"output_ResponseCode\":\"INS-15\"}");
        proveReference(UnknownOutcomeException.class, "409 Conflict", "{\"output_ResponseCode\":\"INS-10\"}");
    }

    private static void proveReference(Class<? extends MpesaException> kind, String status, String body) {
        try (TestGateway gateway = TestGateway.answering(status, body)) {
            MpesaException error = assertThrows(kind, () -> charge(gateway));

            Reference reference = error.incident().reference().orElseThrow();
            String sent = TestGateway.field(gateway.requests().get(0), "input_ThirdPartyReference");
            assertEquals(new Reference("input_ThirdPartyReference", sent), reference);
        }
    }

    @Test
    void aUuidWithoutItsHyphensIsTaken() {
        try (TestGateway gateway = TestGateway.answering("201 Created", DONE)) {
            String id = UUID.randomUUID().toString().replace("-", "");

            assertEquals(
                    id,
                    gateway.client()
                            .transactions()
                            .reverse(undo -> undo.transactionId("TST1").thirdPartyReference(id))
                            .reference()
                            .value());
        }
    }
}
