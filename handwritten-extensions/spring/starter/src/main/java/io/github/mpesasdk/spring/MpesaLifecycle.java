package io.github.mpesasdk.spring;

import static java.lang.System.Logger.Level.WARNING;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Opens the events once all listeners are there, and closes the clients once no request is running any more, but while
 * everything that a listener could need is still there.
 */
final class MpesaLifecycle implements SmartLifecycle {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    // Behind the web server, which stops in two phases of its own.
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final MpesaEvents events;
    private final ObjectProvider<ManagedClient<?, ?, ?>> clients;
    private volatile boolean running;

    MpesaLifecycle(MpesaEvents events, ObjectProvider<ManagedClient<?, ?, ?>> clients) {
        this.events = events;
        this.clients = clients;
    }

    @Override
    public void start() {
        running = true;
        events.start();
    }

    @Override
    public void stop() {
        running = false;
        events.stop();
        clients.stream().forEach(MpesaLifecycle::close);
    }

    private static void close(ManagedClient<?, ?, ?> client) {
        try {
            client.destroy();
        } catch (Exception failure) {
            LOG.log(WARNING, "a client could not be closed", failure);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // A closed client cannot be opened again.
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
