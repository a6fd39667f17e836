package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.Told;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A push whose acknowledgement and callback were both lost is found among what the short code received, or not at all.
 */
class PullSearchTest extends ShopTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    PullSearchTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @BeforeEach
    void openShopThatPulls() {
        shop.close();
        shop = Shop.open(kenya, DarajaBuilder::pullTransactions);
    }

    @AfterEach
    void reset() {
        kenya.phone().approves();
    }

    private void register() {
        JsonObject registration = new JsonObject();
        registration.addProperty("ShortCode", kenya.payBill());
        registration.addProperty("NominatedNumber", "254708374149");
        registration.addProperty("CallBackURL", "https://shop.example/pulled");
        shop.daraja().call("pullRegister", registration);
    }

    private Reference lost(String reference) {
        return lost(shop, reference);
    }

    private Reference lost(Shop where, String reference) {
        kenya.faults().next("stkPush", Fault.DROP_CONNECTION, Fault.LOST_CALLBACK);
        UnknownOutcomeException lost = assertThrows(UnknownOutcomeException.class, () -> push(where, reference));
        // Until the customer has answered, nobody else can prompt the same handset.
        assertTrue(kenya.awaitCallbacks(Shop.SOON));
        return lost.reference().orElseThrow();
    }

    private static Unknown found(Shop where, Reference reference) {
        return assertInstanceOf(
                Unknown.class, Told.within(SHORT, limit -> where.daraja().find(reference, limit)));
    }

    private static void push(Shop where, String reference) {
        where.daraja()
                .stk()
                .push(push ->
                        push.amount(1).from(Shop.CUSTOMER).reference(reference).description("Tea"));
    }

    private LedgerEntry paid(String reference) {
        return kenya.ledger().entries().stream()
                .filter(entry -> entry.reference().equals(reference))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void theOnlyPaymentThatFitsIsIt() {
        register();
        Reference reference = lost("PULL-1");

        Succeeded found = assertInstanceOf(Succeeded.class, shop.daraja().find(reference, Shop.SOON));

        assertEquals(paid("PULL-1").receipt(), found.receipt().orElseThrow());
        assertEquals(reference, found.reference());
    }

    @Test
    void thatNobodyHasPaidSettlesNothing() {
        register();
        kenya.phone().cancels();
        Reference reference = lost("PULL-2");

        Unknown unknown = found(shop, reference);

        assertTrue(unknown.why().contains("none of them fits"), unknown.why());
    }

    @Test
    void anotherPaymentOfTheSameLooksHidesIt() {
        register();
        Reference first = lost("PULL-3");
        push(shop, "PULL-3");

        Unknown unknown = found(shop, first);

        assertTrue(unknown.why().contains("looks the same"), unknown.why());
    }

    @Test
    void twoThatFitAreNeither() {
        register();
        Reference first = lost("PULL-4");
        try (Shop other = Shop.open(kenya)) {
            lost(other, "PULL-4");
        }

        Unknown unknown = found(shop, first);

        assertTrue(unknown.why().contains("more than one"), unknown.why());
    }

    @Test
    void anotherAmountAnotherCustomerAndAnotherReferenceDoNotFit() {
        register();
        kenya.phone().on("254708374149").cancels();
        Reference reference = lost("PULL-5");
        kenya.phone().on("254708374149").approves();
        paidElsewhere();

        assertInstanceOf(Unknown.class, shop.daraja().find(reference, SHORT));
    }

    private void paidElsewhere() {
        try (Shop other = Shop.open(kenya)) {
            Outcome more = other.daraja()
                    .stk()
                    .push(push -> push.amount(2)
                            .from(Shop.CUSTOMER)
                            .reference("PULL-5")
                            .description("Tea"))
                    .await(Shop.SOON);
            Outcome another = other.daraja()
                    .stk()
                    .push(push -> push.amount(1)
                            .from("0700000000")
                            .reference("PULL-5")
                            .description("Tea"))
                    .await(Shop.SOON);
            Outcome label = other.daraja()
                    .stk()
                    .push(push -> push.amount(1)
                            .from(Shop.CUSTOMER)
                            .reference("PULL-6")
                            .description("Tea"))
                    .await(Shop.SOON);
            assertInstanceOf(Succeeded.class, more);
            assertInstanceOf(Succeeded.class, another);
            assertInstanceOf(Succeeded.class, label);
        }
    }

    @Test
    void whatIsDatedBeforeThePushSettlesNothing() {
        register();
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(90));
        try (Shop early =
                Shop.open(kenya, settings -> settings.pullTransactions().clock(ahead))) {
            Reference reference = lost(early, "PULL-9");

            Unknown unknown = found(early, reference);

            assertTrue(unknown.why().contains("dated before the push"), unknown.why());
        }
    }

    @Test
    void aShortCodeThatIsNotRegisteredTellsNothing() {
        Reference reference = lost("PULL-7");

        assertInstanceOf(Unknown.class, shop.daraja().find(reference, SHORT));
    }

    @Test
    void withoutTheProductNothingIsPulled() {
        try (Shop plain = Shop.open(kenya)) {
            Reference reference = lost(plain, "PULL-8");

            assertInstanceOf(Unknown.class, plain.daraja().find(reference, SHORT));
            assertEquals(0, kenya.journal().count("pullQuery"));
        }
    }
}
