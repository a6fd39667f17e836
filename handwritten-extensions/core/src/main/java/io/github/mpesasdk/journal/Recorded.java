package io.github.mpesasdk.journal;

/**
 * What writing an event changed.
 *
 * @param isNew whether this event was not there before, on any machine
 * @param hasSettled whether it changed the state of the payment
 */
public record Recorded(boolean isNew, boolean hasSettled) {}
