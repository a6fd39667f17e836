package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Delay;
import io.github.mpesasdk.sandbox.market.Sessions;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sends without end fills no memory. */
class BoundsTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(Sandbox::start);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Journal journal = new Journal();
    private final KenyaSandbox kenya;
    private final Merchant merchant;

    BoundsTest(KenyaSandbox kenya) throws Exception {
        this.kenya = kenya;
        this.merchant = new Merchant(kenya, new Receiver());
    }

    @Test
    void faultsInAdvanceAreCounted() throws Exception {
        for (int i = 0; i < Faults.MOST; i++) {
            kenya.faults().next("stkPush", Fault.HTML_503);
        }
        HttpResponse<String> refused = post("faults", "{\"operation\":\"stkPush\",\"fault\":\"HTML_503\"}");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("1000 requests to stkPush are to be spoiled already"), refused.body());
        assertEquals(
                200,
                post("faults", "{\"operation\":\"token\",\"fault\":\"SLOW\"}").statusCode());
    }

    @Test
    void answersInAdvanceAreCountedAndMeasured() throws Exception {
        String answer = "{\"status\":200,\"text\":\"x\"}";
        String thousand = (answer + ",").repeat(Answers.MOST - 1) + answer;
        assertEquals(200, post("answers", answers(thousand)).statusCode());
        HttpResponse<String> refused = post("answers", answers(answer));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("at most 1000 answers wait"), refused.body());
        assertEquals(200, post("answers", "{}").statusCode());
        String longOne = "{\"status\":200,\"text\":\"" + "x".repeat(700_000) + "\"}";
        kenya.answers().next("stkPush", longOne, longOne);
        assertThrows(IllegalArgumentException.class, () -> kenya.answers().next("stkPush", longOne));
    }

    @Test
    void theOldestSessionMakesRoom() {
        Sessions<String> sessions = new Sessions<>(Clock.systemUTC(), Duration.ofHours(1));
        for (int i = 0; i <= LatestMap.MOST; i++) {
            sessions.open("caller", "kenya", "session" + i);
        }
        assertTrue(sessions.bySession("session0", "kenya").isEmpty());
        assertTrue(sessions.bySession("session1", "kenya").isPresent());
    }

    @Test
    void theOldestTransactionMakesRoomAndTheMoneyStays() {
        Ledger ledger = new Ledger(Clock.systemUTC());
        for (int i = 0; i <= LatestMap.MOST; i++) {
            LedgerEntry entry = ledger.open(ledger.entry(
                    "R" + i,
                    LedgerEntry.Kind.C2B,
                    BigDecimal.ONE,
                    Purse.of("254708374149"),
                    Purse.of("600000"),
                    "",
                    new Conversation("kenya", "s" + i, "c" + i)));
            assertTrue(ledger.settle(entry));
        }
        assertEquals(LatestMap.MOST, ledger.entries().size());
        assertTrue(ledger.find("kenya", "R0").isEmpty());
        assertEquals(new BigDecimal("289999.00"), ledger.balance("254708374149"));
        for (int i = 0; i < LatestMap.MOST; i++) {
            ledger.setBalance("2547" + (10_000_000 + i), BigDecimal.ONE);
        }
        assertEquals(new BigDecimal("300000.00"), ledger.balance("254708374149"), "as at the beginning");
    }

    @Test
    void whatIsDueIsCounted() {
        try (CallbackQueue queue = queue()) {
            for (int i = 0; i < CallbackQueue.MOST; i++) {
                assertFalse(queue.isFull());
                queue.settle(Set.of(), Delay.of(Duration.ofHours(1)), 10, () -> {});
            }
            assertTrue(queue.isFull());
            queue.reset();
            assertFalse(queue.isFull());
        }
    }

    @Test
    void whatIsDueIsMeasured() {
        try (CallbackQueue queue = queue()) {
            for (int i = 0; i < CallbackQueue.MOST_CHARACTERS; i += 1_000_000) {
                assertFalse(queue.isFull());
                queue.settle(Set.of(), Delay.of(Duration.ofHours(1)), 1_000_000, () -> {});
            }
            assertTrue(queue.isFull());
            queue.reset();
            assertFalse(queue.isFull());
            queue.settle(Set.of(), Delay.of(Duration.ZERO), (int) CallbackQueue.MOST_CHARACTERS, () -> {});
            assertTrue(queue.await(Duration.ofSeconds(30)));
            assertFalse(queue.isFull(), "what is done makes room");
        }
    }

    @Test
    void longRequestsFillTheGatewayToo() throws Exception {
        try (Sandbox slow = Sandbox.builder().callbackDelay(Duration.ofHours(1)).start();
                Receiver receiver = new Receiver()) {
            Merchant shop = new Merchant(slow.kenya(), receiver);
            shop.post("/mpesa/c2b/v2/registerurl", shop.registration("Completed"));
            JsonObject simulation = shop.simulation();
            simulation.addProperty("Unknown", "x".repeat(900_000));
            int taken = 0;
            HttpResponse<String> answer = shop.post("/mpesa/c2b/v2/simulate", simulation);
            while (answer.statusCode() == 200) {
                taken++;
                assertTrue(taken < 30, "it takes too much");
                answer = shop.post("/mpesa/c2b/v2/simulate", simulation);
            }
            assertEquals(23, taken);
            assertTrue(answer.body().contains("System is busy"), answer.body());
            slow.reset();
            assertEquals(200, shop.stkPush(shop.push()).statusCode(), "a reset makes room");
        }
    }

    @Test
    void aResetKeepsNothingOfWhatWasDueInMemory() throws Exception {
        try (CallbackQueue queue = queue()) {
            WeakReference<byte[]> kept = due(queue);
            queue.reset();
            for (int i = 0; i < 200 && kept.get() != null; i++) {
                System.gc();
                Thread.sleep(50);
            }
            assertNull(kept.get());
        }
    }

    private static WeakReference<byte[]> due(CallbackQueue queue) {
        byte[] request = new byte[1000];
        queue.settle(Set.of(), Delay.of(Duration.ofHours(1)), request.length, () -> request[0] = 1);
        return new WeakReference<>(request);
    }

    @Test
    void noCallbackIsSentAgainWhileTooManyAreDue() throws Exception {
        String sent;
        CallbackQueue queue = queue();
        try (queue) {
            queue.post("stkPushCallback", "http://127.0.0.1:9/", "{}", Set.of(Fault.LOST_CALLBACK));
            sent = journal.deliveries().get(0).id();
            queue.settle(Set.of(), Delay.of(Duration.ofHours(1)), (int) CallbackQueue.MOST_CHARACTERS, () -> {});
            String why = assertThrows(IllegalStateException.class, () -> queue.redeliver(sent))
                    .getMessage();
            assertTrue(String.valueOf(why).contains("at most 10000"), why);
        }
    }

    @Test
    void whoListensToTheJournalKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch listening = new CountDownLatch(1);
        journal.tellTo(entry -> {
            listening.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (CallbackQueue queue = queue()) {
            Thread slow = new Thread(
                    () -> queue.post("stkPushCallback", "http://127.0.0.1:9/", "{}", Set.of(Fault.LOST_CALLBACK)));
            slow.start();
            listening.await();
            assertFalse(CompletableFuture.supplyAsync(queue::isFull).get(30, TimeUnit.SECONDS));
            end.countDown();
            slow.join();
        }
    }

    private CallbackQueue queue() {
        return new CallbackQueue(
                timer,
                Runnable::run,
                Clock.systemUTC(),
                Duration.ZERO,
                journal,
                new Attempts(1, Duration.ofSeconds(1)),
                new CallbackSender(Set.of(), () -> {
                    throw new IllegalStateException("nothing is sent");
                }));
    }

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    private static String answers(String list) {
        return "{\"operation\":\"stkPush\",\"answers\":[" + list + "]}";
    }

    private HttpResponse<String> post(String command, String body) throws Exception {
        return merchant.send(merchant.at("/_sandbox/kenya/" + command)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
