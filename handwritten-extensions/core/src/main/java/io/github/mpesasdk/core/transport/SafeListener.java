package io.github.mpesasdk.core.transport;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Received;
import java.time.Duration;
import java.util.Optional;

/** A listener of the caller's, whose mistakes must not change what becomes of a payment. */
public record SafeListener(MpesaListener listener) implements MpesaListener {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    @Override
    public void sent(String market, String operation) {
        guarded(() -> listener.sent(market, operation));
    }

    @Override
    public void answered(String market, String operation, Duration took, Optional<MpesaException> error) {
        guarded(() -> listener.answered(market, operation, took, error));
    }

    @Override
    public void callback(Received<?> received) {
        guarded(() -> listener.callback(received));
    }

    @Override
    public void refusedCallback(Received<?> received) {
        guarded(() -> listener.refusedCallback(received));
    }

    @Override
    public void settled(Outcome outcome, Optional<String> order) {
        guarded(() -> listener.settled(outcome, order));
    }

    @SuppressWarnings("CatchingUnchecked") // Listeners in Kotlin throw checked exceptions, too.
    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (Exception | Error mistake) {
            LOG.log(WARNING, "the MpesaListener threw {0}", mistake.getClass().getName());
        }
    }
}
