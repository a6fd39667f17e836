package io.github.mpesasdk.sandbox.market;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * When a request that was accepted is settled.
 *
 * @param least so long after it at least
 * @param patience and so much longer, because a customer is asked
 * @param sooner unless the customer has decided by then
 */
public record Delay(Duration least, Duration patience, CompletableFuture<?> sooner) {

    /** One that nobody shortens. */
    public static Delay of(Duration least) {
        return new Delay(least, Duration.ZERO, new CompletableFuture<>());
    }
}
