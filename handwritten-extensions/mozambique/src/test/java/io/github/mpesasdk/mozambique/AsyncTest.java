package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.mozambiqueapi.model.TransactionAnswer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Every call has a twin that holds no thread. */
class AsyncTest {

    private static final String DONE =
            "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\",\"output_CustomerName\":\"Ex*mp*e\","
                    + "\"output_ResponseTransactionStatus\":\"Completed\"}";

    @Test
    void everyPaymentAndQuestionHasATwin() throws Exception {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            Mozambique client = gateway.client();
            List<CompletableFuture<Payment<TransactionAnswer>>> payments = List.of(
                    client.c2b().chargeAsync(charge -> charge.amount(15).from(TestGateway.CUSTOMER)),
                    client.b2c().payAsync(pay -> pay.amount(15).to(TestGateway.CUSTOMER)),
                    client.b2b().payAsync(pay -> pay.amount(15).to("979797")),
                    client.transactions().reverseAsync(undo -> undo.receipt("TST1")));
            for (CompletableFuture<Payment<TransactionAnswer>> payment : payments) {
                assertInstanceOf(
                        Succeeded.class,
                        payment.get().awaitAsync(TestGateway.SOON).get());
            }
            assertInstanceOf(
                    Succeeded.class, client.transactions().statusAsync("TST1").get());
            assertInstanceOf(
                    Succeeded.class,
                    client.transactions()
                            .statusAsync(payments.get(0).get().reference())
                            .get());
            assertEquals(
                    "Ex*mp*e",
                    client.customers().nameAsync(TestGateway.CUSTOMER).get());
        }
    }

    @Test
    void theFutureEndsWithTheSameErrors() {
        try (TestGateway gateway = TestGateway.repeating("{\"output_ResponseCode\":\"INS-26\"}")) {
            assertInstanceOf(
                    RefusedException.class, cause(gateway.client().c2b().chargeAsync(charge -> charge.amount(15)
                            .from(TestGateway.CUSTOMER))));
            assertInstanceOf(
                    RefusedException.class, cause(gateway.client().customers().nameAsync(TestGateway.CUSTOMER)));
            assertInstanceOf(
                    InvalidInputException.class,
                    cause(gateway.client().customers().nameAsync("12")));
        }
    }

    private static Throwable cause(CompletableFuture<?> future) {
        return assertThrows(ExecutionException.class, future::get).getCause();
    }
}
