package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are made for the caller before the send, can be chosen, and come back with every error. */
class IdTest {

    private static final String DONE = "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\"}";

    private static Payment<?> charge(TestGateway gateway) {
        return gateway.client().c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER));
    }

    private static Reference named(String operation, String id) {
        return new Reference("mozambique", operation, TestGateway.ID, id);
    }

    @Test
    void eachRequestHasItsOwnInTheAllowedAlphabet() {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            Reference reference = charge(gateway).reference();
            charge(gateway);

            SeenRequest first = gateway.requests().get(0);
            SeenRequest second = gateway.requests().get(1);
            String made = TestGateway.field(first, TestGateway.ID);
            assertEquals(named("c2bPayment", made), reference);
            assertTrue(made.matches("[0-9a-f]{32}"));
            assertTrue(TestGateway.field(first, "input_TransactionReference").matches("\\w{1,20}"));
            assertNotEquals(made, TestGateway.field(second, TestGateway.ID));
            assertNotEquals(
                    TestGateway.field(first, "input_TransactionReference"),
                    TestGateway.field(second, "input_TransactionReference"));
        }
    }

    @Test
    void theCallersOwnIsSentAsItIs() {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            Payment<?> payment = gateway.client().b2c().pay(pay -> pay.amount(15)
                    .to(TestGateway.CUSTOMER)
                    .reference("PAY_14")
                    .id("order_0014")
                    .order("order 14"));

            SeenRequest sent = gateway.requests().get(0);
            assertEquals("PAY_14", TestGateway.field(sent, "input_TransactionReference"));
            assertEquals("order_0014", TestGateway.field(sent, TestGateway.ID));
            assertEquals("order_0014", payment.reference().value());
            assertEquals("order 14", payment.order().orElse(""));
        }
    }

    @Test
    void oneIdPaysOnce() {
        try (TestGateway gateway = TestGateway.repeating("{\"output_ResponseCode\":\"INS-0\"}")) {
            gateway.client().b2b().pay(pay -> pay.amount(15).to("979797").id("order_14"));

            assertThrows(InvalidInputException.class, () -> gateway.client()
                    .b2b()
                    .pay(pay -> pay.amount(15).to("979797").id("order_14")));
            assertEquals(1, gateway.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d3c9a12-4f6b-4e1a-9a55-0c1d2e3f4a5b", "order 14", "order.14", "ção"})
    void whatTheGatewayWouldNotTakeIsRefusedBeforeTheSendWithTheRule(String id) {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            InvalidInputException refused = assertThrows(
                    InvalidInputException.class, () -> gateway.client().c2b().charge(charge -> charge.amount(15)
                            .from(TestGateway.CUSTOMER)
                            .id(id)));

            assertEquals(
                    List.of("id (input_ThirdPartyReference)"),
                    refused.violations().stream()
                            .map(wrong -> wrong.field() + " (" + wrong.wireName() + ")")
                            .toList());
            assertTrue(refused.getMessage().contains("letters, digits and underscores"), refused.getMessage());
            assertEquals(0, gateway.requests().size());
        }
    }

    @Test
    void anInvoiceNumberThatIsTooLongOrHyphenatedIsRefusedToo() {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            for (String number : new String[] {"INV-001", "123456789012345678901"}) {
                assertThrows(InvalidInputException.class, () -> gateway.client()
                        .b2b()
                        .pay(pay -> pay.amount(15).to("979797").reference(number)));
            }
            assertEquals(0, gateway.requests().size());
        }
    }

    @Test
    void allThatIsMissingOrWrongIsNamedAtOnce() {
        try (Mozambique bare = Mozambique.builder()
                .sandbox()
                .apiKey(TestGateway.API_KEY, TestGateway.KEY)
                .build()) {
            InvalidInputException refused = assertThrows(InvalidInputException.class, () -> bare.c2b()
                    .charge(charge -> charge.amount(-1).from("12").reference("INV-001")));

            assertEquals(
                    List.of("amount", "from", "reference", "serviceProvider"),
                    refused.violations().stream().map(Violation::field).sorted().toList());
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

            String sent = TestGateway.field(gateway.requests().get(0), TestGateway.ID);
            assertEquals(named("c2bPayment", sent), error.incident().reference().orElseThrow());
        }
    }

    @Test
    void aUuidWithoutItsHyphensIsTaken() {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            String id = UUID.randomUUID().toString().replace("-", "");

            assertEquals(
                    id,
                    gateway.client()
                            .transactions()
                            .reverse(undo -> undo.receipt("TST1").id(id))
                            .reference()
                            .value());
        }
    }
}
