package io.github.mpesasdk.spring;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Optional;

/**
 * Marks in the observation that is under way, such as that of an HTTP request, when a gateway was called and how it
 * answered; in a trace both are points in time of that span.
 */
final class ObservingListener implements MpesaListener {

    private final ObservationRegistry registry;

    ObservingListener(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void sent(String market, String operation) {
        mark("mpesa.sent", "mpesa " + market + " " + operation + " sent");
    }

    @Override
    public void answered(String market, String operation, Duration took, Optional<MpesaException> error) {
        mark("mpesa.answered", "mpesa " + market + " " + operation + " answered: " + CallOutcome.of(error));
    }

    private void mark(String name, String words) {
        Observation current = registry.getCurrentObservation();
        if (current != null) {
            current.event(Observation.Event.of(name, words));
        }
    }
}
