package io.github.mpesasdk.sandbox.ipg;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rest of a request that has begun.
 *
 * @param patience how long it takes, where a customer is asked
 * @param ending ends it: as things are, or as a test value demands
 */
public record Task(Duration patience, Function<Optional<InsCode>, Result> ending) {

    /** One that takes no time. */
    public static Task now(Function<Optional<InsCode>, Result> ending) {
        return new Task(Duration.ZERO, ending);
    }
}
