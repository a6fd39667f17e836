package io.github.mpesasdk.spring;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;

/** Counts and times what the clients do. No tag holds what a stranger or a customer can choose. */
final class MeteringListener implements MpesaListener {

    static final String CALLS = "mpesa.calls";
    static final String CALLBACKS = "mpesa.callbacks";
    static final String SETTLED = "mpesa.payments.settled";

    private static final String MARKET = "market";
    private static final String OPERATION = "operation";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    MeteringListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String market, String operation, Duration took, Optional<MpesaException> error) {
        Timer.builder(CALLS)
                .description("Calls of the gateway, by how they ended")
                .tag(MARKET, market)
                .tag(OPERATION, operation)
                .tag(OUTCOME, CallOutcome.of(error))
                .register(registry)
                .record(took);
    }

    @Override
    public void callback(Received<?> received) {
        count(received, "true");
    }

    @Override
    public void refusedCallback(Received<?> received) {
        count(received, "false");
    }

    private void count(Received<?> received, String isGenuine) {
        Reference about = received.reference();
        Counter.builder(CALLBACKS)
                .description("Callbacks that were read, and whether they proved their origin")
                .tag(MARKET, about.market())
                .tag(OPERATION, orNone(about.operation()))
                .tag("genuine", isGenuine)
                .register(registry)
                .increment();
    }

    @Override
    public void settled(Outcome outcome, Optional<String> order) {
        Counter.builder(SETTLED)
                .description("Payments whose outcome this process learnt first")
                .tag(MARKET, outcome.reference().market())
                .tag(OPERATION, orNone(outcome.reference().operation()))
                .tag(OUTCOME, outcome instanceof Succeeded ? "paid" : "failed")
                .register(registry)
                .increment();
    }

    private static String orNone(String operation) {
        return operation.isEmpty() ? "none" : operation;
    }
}
