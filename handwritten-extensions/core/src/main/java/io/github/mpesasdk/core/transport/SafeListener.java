package io.github.mpesasdk.core.transport;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Received;
import java.time.Duration;
import java.util.Optional;

/** A listener of the caller's, whose mistakes must not change what becomes of a payment. */
@SuppressWarnings("CatchingUnchecked") // Listeners in Kotlin throw checked exceptions, too.
public record SafeListener(MpesaListener listener) implements MpesaListener {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    @Override
    public void sent(String market, String operation) {
        try {
            listener.sent(market, operation);
        } catch (Exception | Error mistake) {
            log(mistake);
        }
    }

    @Override
    public void answered(String market, String operation, Duration took, Optional<MpesaException> error) {
        try {
            listener.answered(market, operation, took, error);
        } catch (Exception | Error mistake) {
            log(mistake);
        }
    }

    @Override
    public void callback(Received<?> received) {
        try {
            listener.callback(received);
        } catch (Exception | Error mistake) {
            log(mistake);
        }
    }

    @Override
    public void refusedCallback(Received<?> received) {
        try {
            listener.refusedCallback(received);
        } catch (Exception | Error mistake) {
            log(mistake);
        }
    }

    @Override
    public void settled(Outcome outcome, Optional<String> order) {
        try {
            listener.settled(outcome, order);
        } catch (Exception | Error mistake) {
            log(mistake);
        }
    }

    private static void log(Throwable mistake) {
        LOG.log(WARNING, "the MpesaListener threw {0}", mistake.getClass().getName());
    }
}
