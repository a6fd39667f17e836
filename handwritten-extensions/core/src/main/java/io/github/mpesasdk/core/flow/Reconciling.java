package io.github.mpesasdk.core.flow;

import java.time.Duration;

/**
 * How open payments are settled by asking.
 *
 * @param isOn whether this client asks by itself
 * @param after how long a payment is left to its callback before it is asked about; doubles with every question
 * @param perSecond how many questions a second at most
 * @param giveUpAfter how old a payment is when a person has to look at it
 * @param compareEvery how often lists of received money are compared with the messages that came
 */
public record Reconciling(boolean isOn, Duration after, int perSecond, Duration giveUpAfter, Duration compareEvery) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(30);
    private static final Duration LONGEST_WITHOUT_A_WAY = Duration.ofHours(2);

    /** Half a minute, five a second, a day. */
    public static final Reconciling STANDARD =
            new Reconciling(true, Duration.ofSeconds(30), 5, Duration.ofDays(1), Duration.ofMinutes(10));

    /** The same with another first pause. */
    public Reconciling after(Duration pause) {
        return new Reconciling(isOn, pause, perSecond, giveUpAfter, compareEvery);
    }

    /** The same at another pace. */
    public Reconciling perSecond(int most) {
        return new Reconciling(isOn, after, most, giveUpAfter, compareEvery);
    }

    /** The same with another patience. */
    public Reconciling giveUpAfter(Duration age) {
        return new Reconciling(isOn, after, perSecond, age, compareEvery);
    }

    /** The same with other comparisons. */
    public Reconciling compareEvery(Duration pause) {
        return new Reconciling(isOn, after, perSecond, giveUpAfter, pause);
    }

    /** The same for a client that asks nothing by itself. */
    public Reconciling off() {
        return new Reconciling(false, after, perSecond, giveUpAfter, compareEvery);
    }

    /** How long to leave a payment alone that was asked about so often. */
    Duration pause(int questions, double random) {
        long millis = after.toMillis() << Math.min(questions, 20);
        boolean isTooLong = millis <= 0 || millis > LONGEST_PAUSE.toMillis();
        long most = Math.max(isTooLong ? LONGEST_PAUSE.toMillis() : millis, after.toMillis());
        // Payments of one bad hour must not come back all at once.
        return Duration.ofMillis((long) (most * (0.8 + 0.4 * random)));
    }

    /** How often to look whether lists are to be compared: one machine does it for all. */
    Duration compareCheck() {
        return compareEvery.compareTo(LONGEST_CHECK) < 0 ? compareEvery : LONGEST_CHECK;
    }

    /** How old a payment is when a person has to look at it, where the gateway cannot be asked. */
    Duration giveUpWithoutAWay() {
        return giveUpAfter.compareTo(LONGEST_WITHOUT_A_WAY) < 0 ? giveUpAfter : LONGEST_WITHOUT_A_WAY;
    }
}
