package io.github.mpesasdk.spring;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Hands what a client tells to the event listeners of the application, on the thread of the client, so that what a
 * listener throws makes the client tell it again. Before the application has started, and once it stops, nobody would
 * listen: what is told then waits, or is told again later.
 */
final class MpesaEvents {

    // Shorter than the time after which a notice that was taken counts as lost.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final ApplicationEventPublisher publisher;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean stopped;

    MpesaEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void start() {
        started.countDown();
    }

    void stop() {
        stopped = true;
        started.countDown();
    }

    <T> void publish(Tenant tenant, T payload) {
        boolean isOpen;
        try {
            isOpen = started.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            isOpen = false;
        }
        if (!isOpen || stopped) {
            throw new IllegalStateException("the application is not running, so no listener can hear of this yet");
        }
        publisher.publishEvent(new PayloadApplicationEvent<>(tenant, payload));
    }
}
