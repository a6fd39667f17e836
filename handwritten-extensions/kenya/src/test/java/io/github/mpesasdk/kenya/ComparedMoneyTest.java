package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Money that only the list of what a pay bill received tells of. */
class ComparedMoneyTest {

    private static final String TOKEN = "{\"access_token\":\"bMk9tSuRq2wEyLp0\",\"expires_in\":\"3599\"}";

    private static final String NO_MORE =
            "{\"ResponseRefID\":\"r-2\",\"ResponseCode\":\"1000\",\"ResponseMessage\":\"Success\",\"Response\":[[]]}";

    private final Instant paidAt = Instant.now().minusSeconds(5).truncatedTo(ChronoUnit.SECONDS);

    private static CustomerPayment told(String date) throws InterruptedException {
        String list =
                "{\"ResponseRefID\":\"r-1\",\"ResponseCode\":\"1000\",\"ResponseMessage\":\"Success\",\"Response\":[[{"
                        + "\"transactionId\":\"UKU1LISTED\"," + date + "\"msisdn\":254708374149,\"sender\":\"MPESA\","
                        + "\"transactiontype\":\"c2b-pay-bill-debit\",\"billreference\":\"INV-7\",\"amount\":\"168.00\","
                        + "\"organizationname\":\"Duka\"}]]}";
        BlockingQueue<CustomerPayment> money = new LinkedBlockingQueue<>();
        try (DyingServer server = DyingServer.start(Fates.when(
                        request -> request.path().startsWith("/oauth"),
                        Fates.answer("200 OK", TOKEN),
                        Fates.when(
                                request -> request.body().contains("\"OffSetValue\":\"0\""),
                                Fates.answer("200 OK", list),
                                Fates.answer("200 OK", NO_MORE))));
                Daraja daraja = Daraja.builder()
                        .at(server.baseUrl())
                        .app("key", "SecretOfTheShop")
                        .payBill("600123", "passkey-of-the-tests-2026")
                        .callbacksAt(URI.create("https://shop.example/pay"))
                        .onReceived(money::add)
                        .pullTransactions()
                        .comparePaymentsEvery(Duration.ofSeconds(1))
                        .build()) {
            assertNotNull(daraja);
            CustomerPayment payment = money.poll(60, TimeUnit.SECONDS);
            assertNotNull(payment, "nothing was handed on");
            return payment;
        }
    }

    @Test
    void aDateInUtcIsTakenAsItIs() throws Exception {
        assertEquals(paidAt, told("\"trxDate\":\"" + paidAt + "\",").at());
    }

    @Test
    void aDateThatIsStillToComeIsNairobis() throws Exception {
        assertEquals(
                paidAt,
                told("\"trxDate\":\"" + paidAt.plus(Duration.ofHours(3)) + "\",")
                        .at());
    }

    @Test
    void moneyWithoutADateWasPaidByNow() throws Exception {
        Instant at = told("").at();

        assertTrue(at.isAfter(paidAt.minusSeconds(60)) && !at.isAfter(Instant.now()), at::toString);
    }
}
