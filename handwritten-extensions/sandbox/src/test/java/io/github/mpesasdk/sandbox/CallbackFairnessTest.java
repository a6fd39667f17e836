package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tenants send callbacks beside each other, and a reset ends what was before it. */
@Timeout(120)
class CallbackFairnessTest {

    /**
     * Enough for a busy machine, and less than the callbacks to the receiver that never answers take: with 256 threads
     * and no share for each tenant, the 3000 of them would keep all threads for a minute.
     */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final int UNANSWERED = 3000;

    @Test
    void aReceiverThatNeverAnswersDelaysNobodyElsesCallbacks() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Receiver receiver = new Receiver();
                ServerSocket silent = new ServerSocket(0, 300, InetAddress.getLoopbackAddress())) {
            Tenant dead = sandbox.tenant("dead");
            String id = lost(dead, "http://127.0.0.1:" + silent.getLocalPort() + "/stk");
            for (int i = 0; i < UNANSWERED; i++) {
                dead.kenya().redeliver(id);
            }
            Tenant alive = sandbox.tenant("alive");
            Merchant merchant = new Merchant(alive.kenya(), receiver);
            assertEquals(200, merchant.stkPush(merchant.push()).statusCode());
            assertTrue(alive.kenya().awaitCallbacks(SOON), "the callback waits for those of another");
            assertEquals(
                    Delivery.Outcome.DELIVERED,
                    alive.kenya().journal().deliveries().get(0).outcome());
        }
    }

    @Test
    void eachTenantHasAThreadThoughAllOthersWait() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try (CallbackThreads threads = new CallbackThreads()) {
            int tenants = CallbackThreads.SHARED / CallbackThreads.MOST_SHARED_OF_TENANT + 4;
            for (int tenant = 0; tenant < tenants; tenant++) {
                Executor ofDead = threads.ofTenant();
                for (int i = 0; i < 20; i++) {
                    ofDead.execute(() -> {
                        running.incrementAndGet();
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                }
            }
            CountDownLatch sent = new CountDownLatch(3);
            Executor ofAlive = threads.ofTenant();
            for (int i = 0; i < 3; i++) {
                ofAlive.execute(sent::countDown);
            }
            assertTrue(sent.await(SOON.toSeconds(), TimeUnit.SECONDS), "they wait for those of another");
            assertTrue(running.get() <= CallbackThreads.SHARED + tenants, () -> running + " threads");
            end.countDown();
        }
    }

    @Test
    void nothingThatWasBeforeAResetIsWrittenDownAfterIt() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Receiver receiver = new Receiver(callback -> {
                    sandbox.reset();
                    return "{}";
                })) {
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            String token = merchant.token();
            sandbox.kenya().faults().next("stkPush", Fault.EARLY_CALLBACK);
            JsonObject push = merchant.push();
            assertEquals(
                    200,
                    merchant.post("/mpesa/stkpush/v1/processrequest", push, token)
                            .statusCode());
            assertEquals(List.of(), sandbox.kenya().journal().deliveries());
            assertEquals(List.of(), sandbox.kenya().journal().exchanges());
        }
    }

    /** A callback that a fault has lost: it is in the journal at once, and can be delivered again. */
    private static String lost(Tenant tenant, String url) throws Exception {
        try (Receiver unused = new Receiver()) {
            Merchant merchant = new Merchant(tenant.kenya(), unused);
            tenant.kenya().faults().next("stkPush", Fault.LOST_CALLBACK);
            JsonObject push = merchant.push();
            push.addProperty("CallBackURL", url);
            assertEquals(200, merchant.stkPush(push).statusCode());
            assertTrue(tenant.kenya().awaitCallbacks(SOON));
            return tenant.kenya().journal().deliveries().get(0).id();
        }
    }
}
