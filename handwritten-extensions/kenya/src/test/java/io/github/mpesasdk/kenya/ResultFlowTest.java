package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.testing.Events;
import io.github.mpesasdk.daraja.model.Acknowledgement;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.ledger.Account;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ResultFlowTest extends ShopTest {

    ResultFlowTest(KenyaSandbox kenya) {
        super(kenya);
    }

    private Payment<Acknowledgement> payOut() {
        return shop.daraja().b2c().pay(pay -> pay.amount(100).to(Shop.CUSTOMER).remarks("refund"));
    }

    private String paidByCustomer() {
        Succeeded paid = (Succeeded) shop.daraja().stk().push(Shop::tea).await(Shop.SOON);
        return paid.receipt().orElseThrow();
    }

    @Test
    void aCustomerIsPaid() {
        Succeeded paid = assertInstanceOf(Succeeded.class, payOut().await(Shop.SOON));

        assertTrue(paid.receipt().orElseThrow().matches("[A-Z0-9]{10}"));
        assertEquals(
                "100",
                new BigDecimal(paid.details().get("TransactionAmount"))
                        .toBigInteger()
                        .toString());
    }

    @Test
    void aLostAnswerIsFoundByOurIdAndNeverSentAgain() {
        kenya.faults().next("b2cPaymentV3", Fault.DROP_CONNECTION, Fault.LOST_CALLBACK);

        UnknownOutcomeException lost = assertThrows(UnknownOutcomeException.class, this::payOut);
        Reference reference = lost.reference().orElseThrow();

        assertEquals("OriginatorConversationID", reference.field());
        assertInstanceOf(Succeeded.class, shop.daraja().find(reference, Shop.SOON));
        assertEquals(1, kenya.journal().count("b2cPaymentV3"));
        assertTrue(kenya.journal().count("transactionStatus") >= 1);
    }

    @Test
    void aQueueTimeoutSettlesNothing() {
        kenya.faults().next("b2cPaymentV3", Fault.QUEUE_TIMEOUT);

        Outcome outcome = payOut().await(Shop.SOON);

        assertInstanceOf(Succeeded.class, outcome, "the status query knows that it was paid");
        assertTrue(kenya.awaitCallbacks(Shop.SOON), "the notice may come after the answer to the question");
        assertTrue(shop.received().stream().anyMatch(Received::isQueueTimeout));
    }

    @Test
    void aLostAnswerToAQuestionIsNoReasonToWaitForEver() {
        kenya.faults().next("b2cPaymentV3", Fault.LOST_CALLBACK);
        kenya.faults().next("transactionStatus", Fault.LOST_CALLBACK);

        assertInstanceOf(Succeeded.class, payOut().await(Shop.SOON));
        assertEquals(2, kenya.journal().count("transactionStatus"));
    }

    @Test
    void anIdPaysOnceAndThatItWasSeenIsNoProofOfPayment() {
        String id = "order-0001";
        shop.daraja().b2c().pay(pay -> pay.amount(100).to(Shop.CUSTOMER).id(id));

        InvalidInputException again = assertThrows(InvalidInputException.class, () -> shop.daraja()
                .b2c()
                .pay(pay -> pay.amount(100).to(Shop.CUSTOMER).id(id)));
        assertTrue(again.getMessage().contains("an id can pay once"), again.getMessage());

        try (Shop restarted = Shop.open(kenya)) {
            UnknownOutcomeException seen = assertThrows(UnknownOutcomeException.class, () -> restarted
                    .daraja()
                    .b2c()
                    .pay(pay -> pay.amount(100).to(Shop.CUSTOMER).id(id)));
            Reference reference = seen.reference().orElseThrow();

            assertEquals(new Reference("kenya", "b2cPaymentV3", "OriginatorConversationID", id), reference);
            assertInstanceOf(Succeeded.class, restarted.daraja().find(reference, Shop.SOON));
        }
    }

    @Test
    void aWrongPasswordIsAcceptedAndFailsLater() {
        try (Shop wrong = withWrongPassword()) {
            Payment<Acknowledgement> accepted =
                    wrong.daraja().b2c().pay(pay -> pay.amount(100).to(Shop.CUSTOMER));

            Failed failed = assertInstanceOf(Failed.class, accepted.await(Shop.SOON));
            assertEquals("2001", failed.code().orElseThrow().value());
        }
    }

    private Shop withWrongPassword() {
        return Shop.open(
                kenya,
                settings -> settings.initiator(
                        kenya.initiatorName(), "not-the-password", PublicKeys.read(kenya.certificatePem())));
    }

    @Test
    void theOldVersionIsFoundByItsResultAddress() {
        kenya.faults().next("b2cPaymentV1", Fault.DROP_CONNECTION);

        UnknownOutcomeException lost = assertThrows(
                UnknownOutcomeException.class,
                () -> shop.daraja().b2c().payV1(pay -> pay.amount(100).to(Shop.CUSTOMER)));
        Reference reference = lost.reference().orElseThrow();

        assertEquals("ResultURL", reference.field());
        assertInstanceOf(Succeeded.class, shop.daraja().find(reference, Shop.SOON));
        assertEquals(1, kenya.journal().count("b2cPaymentV1"));
    }

    @Test
    void aBillOfABusinessIsPaid() {
        Payment<Acknowledgement> bill = shop.daraja()
                .b2b()
                .payBill(pay ->
                        pay.amount(239).to(kenya.payBill()).reference("353353").remarks("rent"));

        assertInstanceOf(Succeeded.class, bill.await(Shop.SOON));
    }

    @Test
    void balancesAreRead() {
        kenya.ledger().setBalance(kenya.businessShortCode(), Account.UTILITY, new BigDecimal("-12.50"));

        AccountBalances balances = shop.daraja().account().balance().await(Shop.SOON);

        AccountBalances.Account utility = balances.named("utility account").orElseThrow();
        assertEquals("KES", utility.currency());
        assertEquals(0, new BigDecimal("-12.50").compareTo(utility.available().orElseThrow()));
    }

    @Test
    void aTransactionIsFoundByItsReceipt() {
        String receipt = paidByCustomer();

        assertInstanceOf(
                Succeeded.class, shop.daraja().transactions().status(receipt).await(Shop.SOON));
    }

    @Test
    void aTransactionIsFoundByTheConversationThatStartedIt() {
        Payment<Acknowledgement> payment = payOut();
        Succeeded paid = assertInstanceOf(Succeeded.class, payment.await(Shop.SOON));
        String id = payment.reference().value();

        Outcome found =
                shop.daraja().transactions().statusOfConversationAsync(id).join();

        assertEquals(paid.receipt(), assertInstanceOf(Succeeded.class, found).receipt());
        assertEquals(new Reference("kenya", "", payment.reference().field(), id), found.reference());
    }

    @Test
    void aQuestionIsRefusedInTheWordsOfItsCaller() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class, () -> shop.daraja().transactions().statusOfConversation(""));

        assertTrue(
                refused.getMessage()
                        .startsWith("transactions().statusOfConversation is not valid, nothing was sent:"
                                + " conversationId (OriginalConversationID) must"),
                refused.getMessage());
    }

    @Test
    void anUnknownReceiptSettlesNothing() {
        assertInstanceOf(
                Unknown.class, shop.daraja().transactions().status("ZZZ0000000").await(Shop.SOON));
    }

    @Test
    void aPaymentIsUndoneOnce() throws InterruptedException {
        String receipt = paidByCustomer();
        assertInstanceOf(Succeeded.class, undo(receipt).await(Shop.SOON));

        Payment<?> again = undo(receipt);
        Events.until(() -> again.outcome().code().isPresent());

        assertInstanceOf(Unknown.class, again.outcome(), "the money is back, so it must not be told as failed");
    }

    private Payment<?> undo(String receipt) {
        return shop.daraja()
                .transactions()
                .reverse(undo -> undo.receipt(receipt).amount(1).shortCode(kenya.payBill()));
    }

    @Test
    void aRefusedQuestionIsAnError() {
        try (Shop wrong = withWrongPassword()) {
            RefusedException refused = assertThrows(
                    RefusedException.class,
                    () -> wrong.daraja().account().balance().await(Shop.SOON));

            assertEquals("2001", refused.code().orElseThrow().value());
        }
    }
}
