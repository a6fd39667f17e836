package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tenants send callbacks beside each other, and a reset ends what was before it. */
@Timeout(60)
class CallbackFairnessTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void aReceiverThatNeverAnswersDelaysNobodyElsesCallbacks() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Receiver receiver = new Receiver();
                ServerSocket silent = new ServerSocket(0, 300, InetAddress.getLoopbackAddress())) {
            Tenant dead = sandbox.tenant("dead");
            String id = lost(dead, "http://127.0.0.1:" + silent.getLocalPort() + "/stk");
            for (int i = 0; i < 200; i++) {
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
