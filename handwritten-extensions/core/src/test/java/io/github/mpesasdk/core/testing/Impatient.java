package io.github.mpesasdk.core.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Proofs with a short time-out, which a slow machine may spend before anything is sent. */
public final class Impatient {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Impatient() {}

    /**
     * Proves it with this time-out, and with twice as much each time that the request did not arrive. A request may
     * arrive after it was looked for: an attempt has to be at a server of its own, or to wait for what it has sent.
     *
     * @param proof attempts it with that time-out, and judges what comes of it
     * @param hasArrived whether the request did
     */
    public static void prove(Duration timeout, Consumer<Duration> proof, BooleanSupplier hasArrived) {
        AssertionError unproven = null;
        try {
            proof.accept(timeout);
        } catch (AssertionError failure) {
            unproven = failure;
        }
        if (!hasArrived.getAsBoolean()) {
            Duration longer = timeout.multipliedBy(2);
            if (longer.compareTo(LONGEST) > 0) {
                throw new AssertionError("nothing arrived within " + timeout, unproven);
            }
            prove(longer, proof, hasArrived);
        } else if (unproven != null) {
            throw unproven;
        }
    }
}
