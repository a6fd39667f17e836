package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.SharedJournal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money that only the list of what a pay bill received tells of. */
class ComparedMoneyTest {

    private static final String TOKEN = "{\"access_token\":\"bMk9tSuRq2wEyLp0\",\"expires_in\":\"3599\"}";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @RegisterExtension
    final SdkLog log = new SdkLog();

    private final Instant paidAt = Instant.now().minusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
    private final SharedJournal journal = new SharedJournal();
    private final BlockingQueue<CustomerPayment> money = new LinkedBlockingQueue<>();
    private volatile String rows = "";

    private final DyingServer server = DyingServer.start(Fates.when(
            request -> request.path().startsWith("/oauth"),
            Fates.answer("200 OK", TOKEN),
            Fates.answer("200 OK", request -> list(request.body().contains("\"OffSetValue\":\"0\"") ? rows : ""))));
    private final Daraja daraja = Daraja.builder()
            .at(server.baseUrl())
            .app("key", "SecretOfTheShop")
            .payBill("600123", "passkey-of-the-tests-2026")
            .callbacksAt(URI.create("https://shop.example/pay"))
            .callbackKey("the callback key of the tests, 2026")
            .journal(journal)
            .onReceived(money::add)
            .pullTransactions()
            .comparePaymentsEvery(Duration.ofSeconds(1))
            .build();

    @AfterEach
    void close() {
        daraja.close();
        server.close();
    }

    private static String list(String rows) {
        return "{\"ResponseRefID\":\"r-1\",\"ResponseCode\":\"1000\",\"ResponseMessage\":\"Success\",\"Response\":[["
                + rows + "]]}";
    }

    private static String row(String receipt, String date) {
        return "{\"transactionId\":\"" + receipt + "\"," + date + "\"msisdn\":254708374149,\"sender\":\"MPESA\","
                + "\"transactiontype\":\"c2b-pay-bill-debit\",\"billreference\":\"INV-7\",\"amount\":\"168.00\","
                + "\"organizationname\":\"Duka\"}";
    }

    private CustomerPayment told(String... listed) throws InterruptedException {
        rows = String.join(",", listed);
        CustomerPayment payment = money.poll(60, TimeUnit.SECONDS);
        assertNotNull(payment, "nothing was handed on");
        return payment;
    }

    private record Window(Instant start, Instant end) {

        static Window of(String request) {
            JsonObject fields = JsonParser.parseString(request).getAsJsonObject();
            return new Window(moment(fields, "StartDate"), moment(fields, "EndDate"));
        }

        private static Instant moment(JsonObject fields, String name) {
            return LocalDateTime.parse(fields.get(name).getAsString(), MOMENT).toInstant(ZoneOffset.ofHours(3));
        }
    }

    /**
     * What was asked for from the first window on that reaches back so far, without the pages behind the first ones.
     */
    private List<Window> listedSince(Instant old) {
        return server.requests().stream()
                .map(SeenRequest::body)
                .filter(body -> body.contains("\"OffSetValue\":\"0\""))
                .map(Window::of)
                .dropWhile(window -> !window.start().isBefore(old))
                .toList();
    }

    @Test
    void aDateInUtcIsTakenAsItIs() throws Exception {
        assertEquals(
                paidAt,
                told(row("UKU1LISTED", "\"trxDate\":\"" + paidAt + "\",")).at());
    }

    @Test
    void aDateThatIsStillToComeIsNairobis() throws Exception {
        assertEquals(
                paidAt,
                told(row("UKU1LISTED", "\"trxDate\":\"" + paidAt.plus(Duration.ofHours(3)) + "\","))
                        .at());
    }

    @Test
    void moneyWithoutADateWasPaidByNow() throws Exception {
        Instant at = told(row("UKU1LISTED", "")).at();

        assertTrue(at.isAfter(paidAt.minusSeconds(60)) && !at.isAfter(Instant.now()), at::toString);
    }

    @Test
    void rowsThatNobodyCouldBookHoldUpNoOtherAndAreWarnedOf() throws Exception {
        String withoutAmount = row("UKU2LISTED", "").replace("\"amount\":\"168.00\",", "");
        String ofNothing = row("UKU3LISTED", "").replace("168.00", "0.00");

        assertEquals(
                "UKU1LISTED",
                told(row("", ""), withoutAmount, ofNothing, row("UKU1LISTED", ""))
                        .receipt());
        assertTrue(log.text().contains("3 rows of the list of payments"), log::text);
        assertTrue(money.isEmpty(), money::toString);
    }

    // In a longer window one date could be two moments: nobody knows in which zone the gateway writes it.
    @Test
    void hoursAreListedInWindowsOfTwoHoursWithoutAGap() throws Exception {
        Instant old = paidAt.minus(Duration.ofHours(5));
        journal.neglectedFor(Duration.ofHours(5));
        Events.until(() -> listedSince(old).size() >= 3);

        List<Window> windows = listedSince(old).subList(0, 3);
        for (Window window : windows) {
            Duration length = Duration.between(window.start(), window.end());
            assertTrue(length.compareTo(Duration.ofHours(2)) <= 0, windows::toString);
        }
        assertEquals(windows.get(0).end(), windows.get(1).start());
        assertEquals(windows.get(1).end(), windows.get(2).start());
        assertTrue(windows.get(2).end().isAfter(paidAt.minusSeconds(60)), windows::toString);
    }
}
