package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.daraja.api.RatibaCalls.StandingOrderCreateDraft;
import io.github.mpesasdk.daraja.api.RatibaCalls.StandingOrderCreateSteps.NeedsAmount;
import io.github.mpesasdk.daraja.api.RatibaCalls.StandingOrderCreateSteps.NeedsEvery;
import io.github.mpesasdk.daraja.api.RatibaCalls.StandingOrderCreateSteps.NeedsFrom;
import io.github.mpesasdk.daraja.api.RatibaCalls.StandingOrderCreateSteps.NeedsReference;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.daraja.model.QrGenerateAnswer;
import io.github.mpesasdk.daraja.model.QrTransactionCode;
import io.github.mpesasdk.daraja.model.StandingOrderFrequency;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** One story of each call that is told by nothing but its spec. */
class ProductsTest extends ShopTest {

    private static final String MSISDN = "254708374149";
    private static final LocalDate FAR_AWAY = LocalDate.of(2099, 12, 31);

    ProductsTest(KenyaSandbox kenya) {
        super(kenya);
    }

    private Outcome settled(Payment<?> payment) {
        return payment.await(Shop.SOON);
    }

    private static String code(Outcome outcome) {
        return assertInstanceOf(Failed.class, outcome).code().orElseThrow().value();
    }

    @Test
    void aQrCodeIsMade() {
        QrGenerateAnswer made = shop.daraja().qr().generate(qr -> qr.merchant("Example")
                .reference("INV-1")
                .amount(250)
                .type(QrTransactionCode.PAY_BILL)
                .to(kenya.payBill()));

        assertEquals("00", made.responseCode());
        assertFalse(Objects.requireNonNull(made.qrCode()).isEmpty());
    }

    @Test
    void aTraderIsPaidInAPochiWallet() {
        BigDecimal before = kenya.ledger().balance(MSISDN);

        Outcome outcome =
                settled(shop.daraja().b2c().payPochi(pay -> pay.amount(100).to(Shop.CUSTOMER)));

        Succeeded paid = assertInstanceOf(Succeeded.class, outcome);
        assertTrue(paid.receipt().orElseThrow().matches("[A-Z0-9]{10}"));
        assertEquals(before.add(new BigDecimal("100")), kenya.ledger().balance(MSISDN));
    }

    @Test
    void aLostPaymentToAPochiWalletIsFoundByItsId() {
        kenya.faults().next("b2pochiPayment", Fault.DROP_CONNECTION, Fault.LOST_CALLBACK);

        UnknownOutcomeException lost = assertThrows(
                UnknownOutcomeException.class,
                () -> shop.daraja().b2c().payPochi(pay -> pay.amount(100).to(Shop.CUSTOMER)));

        assertInstanceOf(Succeeded.class, shop.daraja().find(lost.reference().orElseThrow(), Shop.SOON));
        assertEquals(1, kenya.journal().count("b2pochiPayment"));
    }

    @Test
    void aTaxIsPaid() {
        assertInstanceOf(Succeeded.class, settled(shop.daraja().b2b().remitTax(tax -> tax.amount(4800)
                .reference("PRN-0031007"))));
        assertTrue(kenya.ledger().entries().stream()
                .anyMatch(entry -> entry.creditParty().equals("572572")));
    }

    @Test
    void aB2cAccountIsToppedUp() {
        assertInstanceOf(Succeeded.class, settled(shop.daraja().b2b().topUp(pay -> pay.amount(5000)
                .to(kenya.businessShortCode()))));
    }

    private Payment<?> prompt() {
        return shop.daraja().b2b().expressCheckout(prompt -> prompt.from(kenya.tillNumber())
                .amount(71)
                .reference("INV-1")
                .partner("Example")
                .to(kenya.payBill()));
    }

    @Test
    void aMerchantPaysFromATill() {
        Succeeded paid = assertInstanceOf(Succeeded.class, settled(prompt()));
        assertEquals("71.0", paid.details().get("amount"));
        assertTrue(paid.receipt().isPresent());

        kenya.phone().cancels();
        assertEquals("4001", code(settled(prompt())));
    }

    @Test
    void anotherMachineKnowsTheAmountOfAPromptToo() {
        String key = "a-callback-key-of-more-than-32-characters";
        try (CallbackServer listener = CallbackServer.open();
                Daraja here = Shop.settings(kenya, listener.address())
                        .callbackKey(key)
                        .build();
                Daraja there = Shop.settings(kenya, listener.address())
                        .callbackKey(key)
                        .build()) {
            here.b2b().expressCheckout(prompt -> prompt.from(kenya.tillNumber())
                    .amount(71)
                    .reference("INV-1")
                    .partner("Example")
                    .to(kenya.payBill()));
            CallbackServer.Heard heard = listener.next();

            assertFalse(there.callbacks()
                    .receive(heard.path(), heard.body().replace("71.0", "17.0"))
                    .isGenuine());
            assertTrue(there.callbacks().receive(heard.path(), heard.body()).isGenuine());
        }
    }

    @Test
    void ofALostPromptToAMerchantOnlyTheCallbackTells() {
        kenya.faults().next("b2bExpressCheckout", Fault.DROP_CONNECTION);

        UnknownOutcomeException lost = assertThrows(UnknownOutcomeException.class, this::prompt);

        assertEquals("RequestRefID", lost.reference().orElseThrow().field());
        assertInstanceOf(Succeeded.class, shop.daraja().find(lost.reference().orElseThrow(), Shop.SOON));
    }

    private Payment<?> rent(String name) {
        return shop.daraja().ratiba().payBill(order -> order.amount(4500)
                .from(Shop.CUSTOMER)
                .reference("FLAT-4")
                .every(StandingOrderFrequency.MONTHLY)
                .start(LocalDate.of(2026, 12, 1))
                .end(LocalDate.of(2027, 11, 30))
                .name(name)
                .description("Rent"));
    }

    @Test
    void aCustomerApprovesAStandingOrderOnce() {
        Succeeded approved = assertInstanceOf(Succeeded.class, settled(rent("Flat 4")));
        assertEquals("ACTIVE", approved.details().get("status"));
        assertEquals("1050", code(settled(rent("Flat 4"))));

        kenya.phone().cancels();
        assertEquals("1032", code(settled(rent("Flat 5"))));
    }

    @Test
    void aStandingOrderToAForeignShortCodeIsRefused() {
        try (Shop other = Shop.open(kenya, settings -> settings.payBill("600984", kenya.passkey()))) {
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> other.daraja().ratiba().payBill(order -> order.amount(70)
                            .from(Shop.CUSTOMER)
                            .reference("MILK")
                            .every(StandingOrderFrequency.WEEKLY)
                            .end(FAR_AWAY)));
            assertEquals("400", refused.code().orElseThrow().value());
            assertTrue(refused.getMessage().contains("can only be what was issued"), refused.getMessage());
        }
    }

    @Test
    void aStandingOrderNeedsFourValuesAndAnEnd() {
        shop.daraja().ratiba().payBill(order -> milk(order).end(FAR_AWAY));
        JsonObject sent = JsonParser.parseString(
                        kenya.journal().of("standingOrderCreate").get(0).body())
                .getAsJsonObject();
        assertEquals("MILK", sent.get("StandingOrderName").getAsString());
        assertEquals("MILK", sent.get("TransactionDesc").getAsString());
        assertEquals(
                LocalDate.now(ZoneId.of("Africa/Nairobi")).format(DateTimeFormatter.BASIC_ISO_DATE),
                sent.get("StartDate").getAsString());

        assertEquals(
                "ratiba().payBill is not valid, nothing was sent: end (EndDate) is required",
                refused(() -> shop.daraja().ratiba().payBill(ProductsTest::milk)));
        assertEquals(
                "ratiba().payBill is not valid, nothing was sent: end (EndDate) must not be before start (StartDate)",
                refused(() ->
                        shop.daraja().ratiba().payBill(order -> milk(order).end(LocalDate.of(2026, 1, 1)))));
    }

    @Test
    void aPayBillTakesNoStandingOrderForATillNorATillOneForAPayBill() {
        String atPayBill =
                refused(() -> shop.daraja().ratiba().till(order -> milk(order).end(FAR_AWAY)));
        assertTrue(
                atPayBill.contains("is a pay bill, and this standing order is for a till: call ratiba().payBill"),
                atPayBill);
        try (Shop till = Shop.openTill(kenya, settings -> settings)) {
            String atTill = refused(
                    () -> till.daraja().ratiba().payBill(order -> milk(order).end(FAR_AWAY)));
            assertTrue(
                    atTill.contains("is a till, and this standing order is for a pay bill: call ratiba().till"),
                    atTill);
            till.daraja().ratiba().till(order -> milk(order).end(FAR_AWAY));
        }
    }

    @Test
    void fromPlainJsonTheReasonIsTheSame() {
        JsonObject order = new JsonObject();
        order.addProperty("ReceiverPartyIdentifierType", "2");
        order.addProperty("Frequncy", "3");

        String refused = refused(() -> shop.daraja().call("standingOrderCreate", order));

        assertTrue(
                refused.contains(
                        "BusinessShortCode of this client is a pay bill, and this standing order is for a till"),
                refused);
        assertFalse(refused.contains("BusinessShortCode is required"), refused);
        assertTrue(refused.contains("Frequncy is not a field"), refused);
        assertTrue(refused.contains("Frequency is required"), refused);
    }

    private static StandingOrderCreateDraft milk(
            NeedsAmount<NeedsFrom<NeedsReference<NeedsEvery<StandingOrderCreateDraft>>>> order) {
        return order.amount(70).from(Shop.CUSTOMER).reference("MILK").every(StandingOrderFrequency.WEEKLY);
    }

    private static String refused(Executable call) {
        return assertThrows(InvalidInputException.class, call).getMessage();
    }

    @Test
    void paymentsArePulled() {
        Instant now = Instant.now();
        assertEquals(List.of(), pulled(now));

        assertEquals("1000", registered());
        assertEquals("1001", registered());

        Succeeded paid = (Succeeded) settled(shop.daraja().stk().push(Shop::tea));
        PulledTransaction row = pulled(now).get(0);
        assertEquals(paid.receipt().orElseThrow(), row.transactionId());
        assertEquals("INV-001", row.billReference());
        assertEquals(
                pulled(now),
                shop.daraja()
                        .pull()
                        .queryAsync(list -> list.start(nairobi(now, -60)).end(nairobi(now, 60)))
                        .join());
    }

    @Test
    void aWindowDoesNotEndBeforeItStarts() {
        Instant now = Instant.now();
        assertEquals(
                "pull().query is not valid, nothing was sent: end (EndDate) must not be before start (StartDate)",
                refused(() -> shop.daraja().pull().query(list -> list.start(nairobi(now, 0))
                        .end(nairobi(now, -60)))));
    }

    private List<PulledTransaction> pulled(Instant around) {
        return shop.daraja().pull().query(list -> list.start(nairobi(around, -60))
                .end(nairobi(around, 60)));
    }

    private static LocalDateTime nairobi(Instant around, int seconds) {
        return LocalDateTime.ofInstant(around.plusSeconds(seconds), ZoneId.of("Africa/Nairobi"));
    }

    private String registered() {
        JsonObject registration = new JsonObject();
        registration.addProperty("ShortCode", kenya.payBill());
        registration.addProperty("NominatedNumber", MSISDN);
        registration.addProperty("CallBackURL", "https://shop.example/pulled");
        return shop.daraja()
                .call("pullRegister", registration)
                .get("ResponseStatus")
                .getAsString();
    }
}
