package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Only a connection that nobody uses makes room. */
class ActivityTest {

    private final Activity activity = new Activity();

    @Test
    void aSlowHandshakeIsBusy() throws Exception {
        assertFalse(isIdleAfterAMoment());
        activity.opened();
        assertTrue(isIdleAfterAMoment());
    }

    @Test
    void anAnswerThatPausesIsBusy() throws Exception {
        activity.opened();
        activity.sent();
        assertFalse(isIdleAfterAMoment());
        activity.answered();
        assertFalse(isIdleAfterAMoment());
    }

    @Test
    void anAnswerThatIsOverLongAgoIsIdle() throws Exception {
        activity.opened();
        activity.sent();
        activity.answered();
        Thread.sleep(Activity.END_OF_ANSWER.toMillis() + 100);
        assertTrue(activity.isIdle());
    }

    private boolean isIdleAfterAMoment() throws InterruptedException {
        Thread.sleep(Activity.MOMENT.toMillis() + 50);
        return activity.isIdle();
    }
}
