package io.github.mpesasdk.spring;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Received;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All listeners of the application as one; a mistake of one of them is not felt by the others. */
record ListenerChain(List<MpesaListener> listeners) implements MpesaListener {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    @Override
    public void sent(String market, String operation) {
        each(listener -> listener.sent(market, operation));
    }

    @Override
    public void answered(String market, String operation, Duration took, Optional<MpesaException> error) {
        each(listener -> listener.answered(market, operation, took, error));
    }

    @Override
    public void callback(Received<?> received) {
        each(listener -> listener.callback(received));
    }

    @Override
    public void refusedCallback(Received<?> received) {
        each(listener -> listener.refusedCallback(received));
    }

    @Override
    public void settled(Outcome outcome, Optional<String> order) {
        each(listener -> listener.settled(outcome, order));
    }

    private void each(Consumer<MpesaListener> told) {
        for (MpesaListener listener : listeners) {
            try {
                told.accept(listener);
            } catch (RuntimeException mistake) {
                LOG.log(WARNING, "a listener threw", mistake);
            }
        }
    }
}
