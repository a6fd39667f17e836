package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.SharedJournal;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money that customers pay unasked is handed on once a receipt, however often it is told of, or not at all. */
class MoneyReceivedTest extends ShopTest {

    private final BlockingQueue<CustomerPayment> money = new LinkedBlockingQueue<>();
    private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
    private final CallbackServer post = CallbackServer.open();

    @RegisterExtension
    final SdkLog log = new SdkLog();

    MoneyReceivedTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @BeforeEach
    void openShopThatListens() {
        shop.close();
        shop = Shop.open(kenya, settings -> settings.callbackKey("a key of thirty-two characters!!")
                .onReceived(money::add)
                .onSettled(settled::add)
                .pullTransactions()
                .comparePaymentsEvery(Duration.ofSeconds(1)));
        shop.daraja().c2b().register(at -> at.confirmation(URI.create(post.address() + "/confirmed"))
                .validation(URI.create(post.address() + "/asked"))
                .unanswered(C2bResponseType.COMPLETED));
        JsonObject pull = new JsonObject();
        pull.addProperty("ShortCode", kenya.payBill());
        pull.addProperty("NominatedNumber", "254708374149");
        pull.addProperty("CallBackURL", "https://shop.example/pulled");
        shop.daraja().call("pullRegister", pull);
    }

    @AfterEach
    void closePost() {
        post.close();
    }

    private CallbackServer.Heard confirmation() {
        CallbackServer.Heard asked = post.next();
        assertTrue(asked.path().contains("/asked"), asked.path());
        return post.next();
    }

    private Received<DarajaCallback> hear(CallbackServer.Heard posted) {
        return shop.daraja().callbacks().receive(posted.path(), posted.body());
    }

    private static String receipt(CallbackServer.Heard confirmation) {
        return JsonParser.parseString(confirmation.body())
                .getAsJsonObject()
                .get("TransID")
                .getAsString();
    }

    private CustomerPayment next() throws InterruptedException {
        CustomerPayment payment = money.poll(30, TimeUnit.SECONDS);
        if (payment == null) {
            throw new AssertionError("nothing was handed on");
        }
        return payment;
    }

    @Test
    void aConfirmationThatComesThreeTimesIsHandedOnOnce() throws Exception {
        // The comparison finds the money too, and on a slow machine before the confirmation is heard.
        kenya.faults().always("pullQuery", Fault.SYSTEM_BUSY);
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(50).from(Shop.CUSTOMER).reference("INV-77"));
        CallbackServer.Heard posted = confirmation();

        assertFalse(hear(posted).isRepetition());
        kenya.faults().clear();
        assertTrue(hear(posted).isRepetition());
        assertTrue(hear(posted).isRepetition());

        CustomerPayment payment = next();
        assertEquals(receipt(posted), payment.receipt());
        assertEquals(Optional.of("INV-77"), payment.reference());
        assertEquals(50, payment.amount().intValueExact());
        assertEquals(CustomerPayment.Source.CONFIRMATION, payment.source());
        assertFalse(payment.isRepetition());
        assertNull(money.poll(2, TimeUnit.SECONDS), "and neither again nor by the comparison");
    }

    @Test
    void aReceiptThatComesAgainWithAnotherAmountIsWarnedOfAndTheFirstIsHandedOn() throws Exception {
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(50).from(Shop.CUSTOMER).reference("INV-82"));
        CallbackServer.Heard posted = confirmation();
        hear(posted);

        Received<DarajaCallback> other =
                hear(new CallbackServer.Heard(posted.path(), posted.body().replace("\"50.00\"", "\"5000.00\"")));

        assertTrue(other.isRepetition());
        assertEquals(50, next().amount().intValueExact());
        assertNull(money.poll(2, TimeUnit.SECONDS));
        assertTrue(log.text().contains("is known with the amount 50.00, and came again with 5000.00"), log.text());
    }

    @Test
    void aNoticeOfAnotherShortCodeIsNoMoneyOfThisClient() throws Exception {
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(51).from(Shop.CUSTOMER).reference("INV-83"));
        CallbackServer.Heard posted = confirmation();
        JsonObject body = JsonParser.parseString(posted.body()).getAsJsonObject();
        body.addProperty("TransID", "UKT0OTHER9");
        body.addProperty("BusinessShortCode", "898989");
        CallbackServer.Heard foreign = new CallbackServer.Heard(posted.path(), body.toString());

        Received<DarajaCallback> received = hear(foreign);

        assertFalse(received.isGenuine());
        assertTrue(received.whyNotGenuine().orElseThrow().contains("alsoReceives"), received::toString);
        assertTrue(received.acknowledgement().contains("\"ResultCode\":0"), "it has happened, and is not told again");
        assertEquals(51, next().amount().intValueExact(), "by the comparison");
        assertNull(money.poll(2, TimeUnit.SECONDS));
        assertTrue(log.text().contains("another short code"), log.text());
    }

    @Test
    void furtherShortCodesCanBeNamed() throws Exception {
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(52).from(Shop.CUSTOMER).reference("INV-84"));
        CallbackServer.Heard posted = confirmation();
        try (Shop office = Shop.open(kenya, settings -> settings.alsoReceives("898989", "898990")
                .callbackKey("a key of thirty-two characters!!"))) {
            String body = posted.body().replace(kenya.payBill(), "898990");

            assertTrue(office.daraja().callbacks().receive(posted.path(), body).isGenuine());
        }
        assertThrows(InvalidInputException.class, () -> Shop.open(kenya, settings -> settings.alsoReceives("till 5")));
    }

    @Test
    void safaricomIsAnsweredInTimeWhileTheJournalHangs() throws Exception {
        SharedJournal journal = new SharedJournal();
        BlockingQueue<CustomerPayment> kept = new LinkedBlockingQueue<>();
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(50).from(Shop.CUSTOMER).reference("INV-81"));
        CallbackServer.Heard posted = confirmation();
        try (Shop other = Shop.open(kenya, settings -> settings.callbackKey("a key of thirty-two characters!!")
                .journal(journal)
                .onReceived(kept::add))) {
            journal.hang();
            long start = System.nanoTime();
            assertThrows(
                    NotJournaledException.class,
                    () -> other.daraja().callbacks().receive(posted.path(), posted.body()));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 8_000, "Safaricom waits eight seconds");
            assertNull(kept.poll(100, TimeUnit.MILLISECONDS));
            journal.comeBack();
            CustomerPayment payment = kept.poll(30, TimeUnit.SECONDS);
            assertTrue(payment != null && payment.receipt().equals(receipt(posted)), "it is kept as soon as it can be");
        }
    }

    @Test
    void aPaymentWhoseConfirmationNeverCameIsFoundByTheComparison() throws Exception {
        kenya.faults().next("c2bSimulateV2", Fault.LOST_CALLBACK);
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(60).from(Shop.CUSTOMER).reference("INV-78"));

        CustomerPayment payment = next();

        assertEquals(Optional.of("INV-78"), payment.reference());
        assertEquals(60, payment.amount().intValueExact());
        assertEquals(CustomerPayment.Source.COMPARISON, payment.source());
        assertNull(money.poll(2, TimeUnit.SECONDS));
    }

    @Test
    void aPushThatAlsoArrivesAsMoneyIsOnePayment() throws Exception {
        shop.daraja().stk().push(push -> push.amount(70)
                .from(Shop.CUSTOMER)
                .reference("INV-79")
                .description("Tea")
                .order("79"));
        Settled told = settled.poll(30, TimeUnit.SECONDS);
        String receipt = receipt(told);

        Received<DarajaCallback> notice = hear(forged(receipt, "70.00"));

        assertTrue(notice.isGenuine());
        assertTrue(notice.isRepetition(), "the journal knows this money");
        assertNull(money.poll(2, TimeUnit.SECONDS));
    }

    private static String receipt(Settled told) {
        return ((Succeeded) told.outcome()).receipt().orElseThrow();
    }

    @Test
    void moneyThatMayBeAnOpenPushWaitsForIt() throws Exception {
        kenya.faults().next("stkPush", Fault.LOST_CALLBACK);
        var payment = shop.daraja()
                .stk()
                .push(push ->
                        push.amount(71).from(Shop.CUSTOMER).reference("INV-80").description("Tea"));
        hear(forged("UKT0PUSH99", "71.00"));

        assertNull(money.poll(2, TimeUnit.SECONDS), "it may be the push");
        assertFalse(payment.outcome().isSettled());
    }

    // A confirmation as the gateway posts it, under the address that was registered for confirmations.
    private CallbackServer.Heard forged(String receipt, String amount) {
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(1).from(Shop.CUSTOMER).reference("ELSE"));
        CallbackServer.Heard posted = confirmation();
        JsonObject body = JsonParser.parseString(posted.body()).getAsJsonObject();
        String other = body.get("TransID").getAsString();
        hear(posted);
        assertEquals(other, take());
        body.addProperty("TransID", receipt);
        body.addProperty("TransAmount", amount);
        body.addProperty("BusinessShortCode", kenya.payBill());
        return new CallbackServer.Heard(posted.path(), body.toString());
    }

    private String take() {
        try {
            return next().receipt();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
