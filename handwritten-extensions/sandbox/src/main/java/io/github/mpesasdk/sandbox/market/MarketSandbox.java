package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.Answers;
import io.github.mpesasdk.sandbox.Faults;
import io.github.mpesasdk.sandbox.Journal;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.net.URI;
import java.time.Duration;

/** The controls that all markets have. Safe for use by several threads. */
public abstract class MarketSandbox {

    private final MarketServer server;
    private final Phone phone;

    /** A market with what the server keeps for it. */
    protected MarketSandbox(MarketServer server, Phone phone) {
        this.server = server;
        this.phone = phone;
    }

    /** The gateway's address, to be used in place of the operator's. */
    public URI baseUrl() {
        return server.address().get();
    }

    /** How customers react to prompts. */
    public final Phone phone() {
        return phone;
    }

    /** How the gateway misbehaves. */
    public final Faults faults() {
        return server.faults();
    }

    /** What the gateway shall answer, word for word. */
    public final Answers answers() {
        return server.answers();
    }

    /** What was received and sent. */
    public final Journal journal() {
        return server.journal();
    }

    /**
     * Waits until no prompt is open and no callback is due or being sent.
     *
     * @return whether it came to that within the time
     */
    public final boolean awaitCallbacks(Duration timeout) {
        return server.quiet().test(timeout);
    }

    /**
     * Sends a callback again, as the next attempt of the same {@link io.github.mpesasdk.sandbox.Delivery}, whatever
     * became of those before.
     *
     * @throws IllegalArgumentException if no delivery since the last reset has this id
     */
    public final void redeliver(String deliveryId) {
        server.redeliver().accept(deliveryId);
    }
}
