package io.github.mpesasdk.sandbox.market;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rest of a request that has begun.
 *
 * @param patience how long it takes, where a customer is asked
 * @param tellable whether its outcome can be told in a callback
 * @param ending ends it: as things are, or as somebody has demanded
 */
public record Task(Duration patience, boolean tellable, Function<Optional<Code>, Result> ending) {

    /** One that takes no time. */
    public static Task now(Function<Optional<Code>, Result> ending) {
        return new Task(Duration.ZERO, true, ending);
    }

    /** One whose outcome is always in the answer. */
    public static Task answer(Result result) {
        return new Task(Duration.ZERO, false, fate -> result);
    }
}
