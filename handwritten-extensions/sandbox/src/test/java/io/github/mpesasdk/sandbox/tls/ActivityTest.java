package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Only a connection that nobody uses makes room. */
class ActivityTest {

    private final AtomicLong clock = new AtomicLong();
    private final Activity activity = new Activity(clock::get);

    @Test
    void aSlowHandshakeIsBusy() {
        pass(Activity.END_OF_ANSWER);
        assertFalse(activity.isIdle());
        activity.opened();
        assertFalse(activity.isIdle());
        pass(Activity.MOMENT);
        assertTrue(activity.isIdle());
    }

    @Test
    void anAnswerThatPausesIsBusy() {
        activity.opened();
        activity.sent();
        pass(Activity.END_OF_ANSWER);
        assertFalse(activity.isIdle());
        activity.answered();
        pass(Activity.MOMENT);
        assertFalse(activity.isIdle());
    }

    @Test
    void anAnswerThatIsOverLongAgoIsIdle() {
        activity.opened();
        activity.sent();
        activity.answered();
        pass(Activity.END_OF_ANSWER);
        assertTrue(activity.isIdle());
        assertEquals(Activity.END_OF_ANSWER.toNanos() + 1, activity.idleNanos());
    }

    /** A little longer than a span. */
    private void pass(Duration span) {
        clock.addAndGet(span.toNanos() + 1);
    }
}
