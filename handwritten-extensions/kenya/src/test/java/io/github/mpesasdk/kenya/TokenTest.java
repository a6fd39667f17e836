package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is Kenya's own about tokens; what all markets share is in {@link KenyaTenancyTest}. */
class TokenTest extends ShopTest {

    TokenTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404.001.03", "400.003.01", "401.002.01"})
    void anExpiredTokenIsReplacedOnceForEachOfItsErrors(String code) {
        shop.daraja().stk().push(Shop::tea).await(Shop.SOON);
        kenya.expireTokens();

        switch (code) {
            case "404.001.03" -> shop.daraja().stk().push(Shop::tea);
            case "400.003.01" ->
                shop.daraja().transactions().status("ZZZ0000000").await(Shop.SOON);
            default -> shop.daraja().b2c().pay(pay -> pay.amount(100).to(Shop.CUSTOMER));
        }

        assertEquals(2, kenya.journal().count("token"));
    }

    @Test
    void aPaymentThatMetABadTokenIsMadeOnce() {
        kenya.faults().next("stkPush", Fault.TOKEN_REJECTED);

        assertInstanceOf(Succeeded.class, shop.daraja().stk().push(Shop::tea).await(Shop.SOON));

        assertEquals(2, kenya.journal().count("stkPush"), "the first was refused before anything was done");
        assertEquals(1, kenya.ledger().entries().size());
    }

    @Test
    void aTokenThatIsAlwaysRejectedIsReplacedOnlyOnce() {
        kenya.faults().always("stkPush", Fault.TOKEN_REJECTED);

        RefusedException refused =
                assertThrows(RefusedException.class, () -> shop.daraja().stk().push(Shop::tea));

        assertEquals("404.001.03", refused.code().orElseThrow().value());
        assertEquals(2, kenya.journal().count("stkPush"));
    }

    @Test
    void aTokenIsReplacedBeforeItEnds() {
        MovingClock clock = new MovingClock(Clock.systemUTC());
        try (Shop late = Shop.open(kenya, settings -> settings.clock(clock))) {
            late.daraja().stk().push(Shop::tea).await(Shop.SOON);
            clock.move(Duration.ofSeconds(3599 - 30));
            late.daraja().stk().push(Shop::tea).await(Shop.SOON);
        }

        assertEquals(2, kenya.journal().count("token"));
    }

    @Test
    void wrongKeysAreARefusalThatSaysWhatToCheck() {
        try (Shop wrong = Shop.open(kenya, settings -> settings.app("not-a-key", "not-a-secret"))) {
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> wrong.daraja().stk().push(Shop::tea));

            assertEquals("token", refused.operation());
            assertTrue(refused.getMessage().contains("key or secret"), refused.getMessage());
            assertEquals(0, kenya.journal().count("stkPush"));
        }
    }
}
