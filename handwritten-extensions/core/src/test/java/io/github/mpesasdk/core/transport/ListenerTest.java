package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SdkLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListenerTest {

    @RegisterExtension
    private final SdkLog log = new SdkLog();

    private static final class Ear implements MpesaListener {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<Thread> threads = new CopyOnWriteArrayList<>();

        @Override
        public void sent(String market, String operation) {
            threads.add(Thread.currentThread());
            heard.add("sent " + market + " " + operation);
        }

        @Override
        public void answered(String market, String operation, Duration took, Optional<MpesaException> error) {
            assertTrue(!took.isNegative() && took.compareTo(Duration.ofMinutes(1)) < 0);
            threads.add(Thread.currentThread());
            heard.add("answered " + market + " " + operation
                    + error.map(told -> " " + told.getClass().getSimpleName()).orElse(""));
        }
    }

    @Test
    void hearsEachCallOnTheCallersThread() {
        Ear ear = new Ear();
        try (Gateway gateway = Gateway.playing(Fates.answer("200 OK", "{\"Code\":\"0\"}"), Fates.drop());
                Post post = Post.to(gateway.address()).listener(ear).open()) {
            post.send(Post.PAY, "Id", "1");
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "2"));
        }

        assertEquals(
                List.of(
                        "sent post pay",
                        "answered post pay",
                        "sent post pay",
                        "answered post pay UnknownOutcomeException"),
                ear.heard);
        assertTrue(ear.threads.stream().allMatch(Thread.currentThread()::equals));
        assertTrue(log.text().contains("post pay: the outcome is unknown"), "an unknown outcome is a warning");
    }

    private record Clumsy(Throwable mistake) implements MpesaListener {

        @Override
        public void sent(String market, String operation) {
            sneaky(mistake);
        }

        @Override
        public void answered(String market, String operation, Duration took, Optional<MpesaException> error) {
            sneaky(mistake);
        }

        @SuppressWarnings("unchecked")
        private static <E extends Throwable> void sneaky(Throwable thrown) throws E {
            throw (E) thrown;
        }
    }

    @Test
    void whatAListenerThrowsChangesNothing() {
        for (Throwable mistake : List.of(
                new IllegalStateException("the secret of the listener"),
                new AssertionError("the secret of the listener"),
                new Exception("the secret of the listener"))) {
            try (Gateway gateway = Gateway.playing(Fates.answer("200 OK", "{\"Code\":\"0\"}"), Fates.drop());
                    Post post = Post.to(gateway.address())
                            .listener(new Clumsy(mistake))
                            .open()) {
                post.send(Post.PAY, "Id", "1");
                assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "2"));
                assertEquals(2, gateway.count(Post.PAY));
            }
        }
        assertTrue(log.text().contains("MpesaListener threw"), log.text());
        assertTrue(!log.text().contains("the secret of the listener"), log.text());
    }
}
