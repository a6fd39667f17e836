package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.core.outcome.Succeeded;
import io.github.mpesasdk.core.token.TokenStore;
import io.github.mpesasdk.error.RefusedException;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.kenya.App;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest extends ShopTest {

    TokenTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @Test
    void thirtyTwoThreadsShareOneToken() throws Exception {
        int threads = 32;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> calls = IntStream.range(0, threads)
                    .mapToObj(number -> CompletableFuture.runAsync(
                            () -> {
                                await(together);
                                shop.daraja().stk().push(push -> push.amount(1)
                                        .from("2547000000" + String.format("%02d", number))
                                        .accountReference("INV")
                                        .description("Tea"));
                            },
                            pool))
                    .toList();
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get();
        } finally {
            pool.shutdownNow();
        }

        assertEquals(1, kenya.journal().count("token"));
        assertEquals(threads, kenya.journal().count("stkPush"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void twoTenantsNeverShareOneEvenInOneStore() {
        App other = kenya.addApp("other-tenant-key", "other-tenant-secret");
        TokenStore shared = TokenStore.inMemory();
        try (Shop first = Shop.open(kenya, settings -> settings.tokenStore(shared));
                Shop second = Shop.open(kenya, settings -> settings.tokenStore(shared)
                        .app("other-tenant-key", "other-tenant-secret"))) {
            first.daraja().stk().push(Shop::tea).await(Shop.SOON);
            second.daraja().stk().push(Shop::tea).await(Shop.SOON);
        }

        List<String> callers = kenya.journal().of("stkPush").stream()
                .map(Exchange::caller)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(List.of(kenya.consumerKey(), other.consumerKey()), callers);
        assertEquals(2, kenya.journal().count("token"));
    }

    @Test
    void twoClientsOfOneAppShareTheStoredToken() {
        TokenStore shared = TokenStore.inMemory();
        for (int run = 0; run < 2; run++) {
            try (Shop client = Shop.open(kenya, settings -> settings.tokenStore(shared))) {
                client.daraja().stk().push(Shop::tea).await(Shop.SOON);
            }
        }

        assertEquals(1, kenya.journal().count("token"));
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

        assertEquals("404.001.03", refused.code().orElseThrow().code());
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
