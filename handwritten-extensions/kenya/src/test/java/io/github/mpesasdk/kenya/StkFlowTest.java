package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.kenya.PendingForm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StkFlowTest extends ShopTest {

    StkFlowTest(KenyaSandbox kenya) {
        super(kenya);
    }

    private Payment<StkPushAnswer> push() {
        return shop.daraja().stk().push(Shop::tea);
    }

    @Test
    void aPaidPushEndsWithItsReceipt() {
        Payment<StkPushAnswer> push = push();

        Succeeded paid = assertInstanceOf(Succeeded.class, push.await(Shop.SOON));

        assertTrue(paid.receipt().orElseThrow().matches("[A-Z0-9]{10}"));
        assertEquals(
                push.acknowledgement().checkoutRequestId(), push.reference().value());
        assertTrue(kenya.awaitCallbacks(Shop.SOON));
        assertTrue(shop.received().get(0).isGenuine());
    }

    @Test
    void aTillIsPaidThroughItsStoreNumber() {
        try (Daraja till = Shop.tillSettings(kenya, shop.callbacks()).build()) {
            Payment<StkPushAnswer> push = till.stk().push(Shop::tea);

            assertInstanceOf(Succeeded.class, push.await(Shop.SOON));
        }
    }

    @Test
    void aClientCollectsAtOnePlace() {
        DarajaBuilder payBill = Shop.settings(kenya, shop.callbacks());
        DarajaBuilder till = Shop.tillSettings(kenya, shop.callbacks());

        assertTrue(refusal(() -> payBill.till("600000", "600001", "a-passkey"))
                .contains("till must not stand beside payBill: STK payments of one client go to one of them"));
        assertTrue(
                refusal(() -> till.payBill("600000", "a-passkey")).contains("payBill must not stand beside till: STK"));
        payBill.payBill("600000", "another-passkey").build().close();
    }

    private static String refusal(Executable setting) {
        return String.valueOf(assertThrows(InvalidInputException.class, setting).getMessage());
    }

    @Test
    void aWrongPinIsAFailureWithAdvice() {
        kenya.phone().entersWrongPin();

        Failed failed = assertInstanceOf(Failed.class, push().await(Shop.SOON));

        assertEquals("2001", failed.code().orElseThrow().value());
        assertTrue(failed.meaning().contains("PIN"), failed.meaning());
    }

    @Test
    void aLostCallbackIsMadeUpForByTheQuery() {
        kenya.faults().next("stkPush", Fault.LOST_CALLBACK);

        Succeeded paid = assertInstanceOf(Succeeded.class, push().await(Shop.SOON));

        assertTrue(paid.receipt().isEmpty(), "the query does not know it");
    }

    @Test
    void aCallbackMayOvertakeTheAcknowledgement() {
        kenya.faults().next("stkPush", Fault.EARLY_CALLBACK);

        assertInstanceOf(Succeeded.class, push().await(Shop.SOON));
    }

    @Test
    void aRepeatedCallbackChangesNothing() {
        kenya.faults().next("stkPush", Fault.DUPLICATE_CALLBACK);
        Payment<StkPushAnswer> push = push();

        Outcome first = push.await(Shop.SOON);
        assertTrue(kenya.awaitCallbacks(Shop.SOON));

        assertEquals(first, push.await(Shop.SOON));
        assertEquals(2, shop.received().size());
    }

    @ParameterizedTest
    @EnumSource(PendingForm.class)
    void anOpenPromptIsPendingInBothForms(PendingForm form) {
        kenya.pendingForm(form);
        kenya.phone().approvesAfter(Duration.ofMinutes(5));
        Payment<StkPushAnswer> push = push();

        String id = push.reference().value();
        Pending now = assertInstanceOf(Pending.class, shop.daraja().stk().status(id));
        assertEquals(push.reference(), now.reference());
        assertEquals(now, shop.daraja().stk().statusAsync(id).join());
        assertInstanceOf(Pending.class, push.await(Duration.ofMillis(400)));
    }

    @Test
    void aLostAcknowledgementIsFoundByTheCallbackAddressAndNeverSentAgain() {
        kenya.faults().next("stkPush", Fault.DROP_CONNECTION);

        UnknownOutcomeException lost = assertThrows(UnknownOutcomeException.class, this::push);
        Reference reference = lost.reference().orElseThrow();

        assertEquals("CallBackURL", reference.field());
        assertInstanceOf(Succeeded.class, shop.daraja().find(reference, Shop.SOON));
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @Test
    void withNeitherAcknowledgementNorCallbackTheOutcomeStaysUnknown() {
        kenya.faults().next("stkPush", Fault.DROP_CONNECTION, Fault.LOST_CALLBACK);

        UnknownOutcomeException lost = assertThrows(UnknownOutcomeException.class, this::push);

        Outcome outcome = shop.daraja().find(lost.reference().orElseThrow(), Duration.ofMillis(500));
        assertInstanceOf(Unknown.class, outcome);
    }

    @Test
    void aSecondPromptWhileOneIsOpenIsRefused() {
        kenya.phone().approvesAfter(Duration.ofMinutes(5));
        push();

        RefusedException refused = assertThrows(RefusedException.class, this::push);

        assertEquals("500.001.1001", refused.code().orElseThrow().value());
        assertTrue(refused.getMessage().contains("Another payment of this customer is open"), refused.getMessage());
    }

    @Test
    void aWrongPasskeyIsRefused() {
        try (Daraja wrong = Shop.settings(kenya, shop.callbacks())
                .payBill(kenya.payBill(), "not-the-passkey")
                .build()) {
            RefusedException refused =
                    assertThrows(RefusedException.class, () -> wrong.stk().push(Shop::tea));

            assertTrue(refused.getMessage().contains("passkey"), refused.getMessage());
        }
    }

    @Test
    void aWaitWithoutALimitIsRefusedInWords() {
        Payment<StkPushAnswer> payment = push();

        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> payment.await(null));

        assertEquals(
                "The wait is not valid, nothing was sent: limit is null: say how long to wait; what was sent before stays"
                        + " sent",
                refused.getMessage());
        assertThrows(InvalidInputException.class, () -> shop.daraja().find(payment.reference(), null));
    }

    @Test
    void aPaymentIsFoundAfterARestart() {
        kenya.faults().next("stkPush", Fault.LOST_CALLBACK);
        Reference kept = push().reference();
        try (Daraja restarted = Shop.settings(kenya, shop.callbacks()).build()) {
            assertInstanceOf(Succeeded.class, restarted.find(kept, Shop.SOON));
        }
    }
}
