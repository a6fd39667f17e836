package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
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

    @Test
    void theInterruptOfAWaitForAConnectionIsNotForgotten() throws Exception {
        CountDownLatch connecting = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        OkHttpClient never = new OkHttpClient.Builder()
                .socketFactory(new SocketsOfTheCaller(() -> new Socket() {
                    @Override
                    public void connect(SocketAddress address, int timeout) throws IOException {
                        connecting.countDown();
                        try {
                            over.await();
                        } catch (InterruptedException enough) {
                            Thread.currentThread().interrupt();
                        }
                        throw new IOException("nobody there");
                    }
                }))
                .build();
        AtomicBoolean isInterrupted = new AtomicBoolean();
        try (Post post = Post.to(URI.create("http://127.0.0.1:9")).shared(never).open()) {
            Thread caller = new Thread(() -> {
                assertThrows(NotConnectedException.class, () -> post.send(Post.TOKEN, "grant", "yes"));
                isInterrupted.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            assertTrue(connecting.await(30, TimeUnit.SECONDS), "it tries to connect");
            caller.interrupt();
            caller.join();
            over.countDown();
        }
        assertTrue(isInterrupted.get(), "the caller still learns of the interrupt");
    }

    // Before, the interrupt would stop it on its way to the answer.
    private static void awaitReading(Thread caller) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isInNativeRead(caller.getStackTrace())) {
            assertTrue(System.nanoTime() < end, "the caller does not read the answer");
            Thread.onSpinWait();
        }
    }

    // The methods of Okio and OkHttp that are called so look for an interrupt first.
    private static boolean isInNativeRead(StackTraceElement[] stack) {
        return stack.length > 0
                && stack[0].isNativeMethod()
                && stack[0].getMethodName().matches("read.*|poll.*");
    }
}
