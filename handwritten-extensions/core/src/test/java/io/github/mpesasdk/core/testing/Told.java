package io.github.mpesasdk.core.testing;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Unknown;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/** Short waits in which the gateway says something, however slow the machine is. */
public final class Told {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Told() {}

    /**
     * What a wait ends with: of this length as a rule, and longer where nobody had the time to say anything.
     *
     * @param limit of the first wait
     * @param wait waits so long
     */
    public static Outcome within(Duration limit, Function<Duration, Outcome> wait) {
        return within(limit, wait, outcome -> !isSilent(outcome));
    }

    /**
     * The same for somebody who waits for certain words.
     *
     * @param said whether an outcome has them
     */
    public static Outcome within(Duration limit, Function<Duration, Outcome> wait, Predicate<Outcome> said) {
        Outcome outcome = wait.apply(limit);
        boolean isLate = !said.test(outcome) && limit.compareTo(LONGEST) < 0;
        return isLate ? within(limit.multipliedBy(2), wait, said) : outcome;
    }

    private static boolean isSilent(Outcome outcome) {
        return (outcome instanceof Pending pending && isSilent(pending.reason()))
                || (outcome instanceof Unknown unknown && isSilent(unknown.reason()));
    }

    private static boolean isSilent(Reason reason) {
        boolean saysLittle = reason.kind() == Reason.Kind.NO_CALLBACK || reason.kind() == Reason.Kind.PROCESSING;
        return saysLittle && reason.code().isEmpty();
    }
}
