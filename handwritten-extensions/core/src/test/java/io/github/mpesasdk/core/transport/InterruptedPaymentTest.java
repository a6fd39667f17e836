package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program that stops its threads still hears what became of a payment that had left. */
class InterruptedPaymentTest {

    @Test
    void theAnswerThatComesIsRead() {
        Thread caller = Thread.currentThread();
        DyingServer.Fate interrupting = (request, connection) -> {
            awaitReading(caller);
            caller.interrupt();
            Gateway.acceptById().befall(request, connection);
        };
        DyingServer.Fate second =
                Fates.when(request -> Gateway.idIn(request).equals("2"), interrupting, Gateway.acceptById());
        try (Gateway gateway = Gateway.playing(second);
                Post post = Post.at(gateway.address())) {
            post.send(Post.PAY_BY_ID, "Id", "1");

            Wire answer = post.send(Post.PAY_BY_ID, "Id", "2");

            assertEquals("0", answer.text("Code"));
            assertTrue(Thread.interrupted(), "the caller still learns of the interrupt");
            assertEquals(2, gateway.count(Post.PAY_BY_ID));
            assertEquals(2, gateway.connectionsAccepted(), "one for the token, one for both payments");
        }
    }

    // Before, the interrupt would stop it on its way to the answer.
    private static void awaitReading(Thread caller) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!caller.getStackTrace()[0].getMethodName().matches("read.*|poll.*")) {
            assertTrue(System.nanoTime() < end, "the caller does not read the answer");
            Thread.onSpinWait();
        }
    }
}
