package io.github.mpesasdk.core.flow;

import java.time.Duration;

/**
 * How long listeners may take.
 *
 * @param alone how long nothing else is told meanwhile: as a rule, listeners hear one thing after another
 * @param most after which time a listener counts as stuck, and what it was told is left to other machines; shorter than
 *     a journal leaves a notice to the machine that took it
 * @param stuck how many listeners of one kind may be under way at once, before no more of that kind is told
 */
public record TellingLimits(Duration alone, Duration most, int stuck) {

    /** Five seconds, fifty, eight. */
    public static final TellingLimits STANDARD = new TellingLimits(Duration.ofSeconds(5), Duration.ofSeconds(50), 8);
}
