package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.Faults;
import io.github.mpesasdk.sandbox.Journal;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;

/** The controls that all markets have. Safe for use by several threads. */
public abstract class MarketSandbox {

    private final URI baseUrl;
    private final Phone phone;
    private final Faults faults;
    private final Journal journal;
    private final Predicate<Duration> quiet;

    /** A market at an address, with what the server keeps for it. */
    protected MarketSandbox(URI baseUrl, Phone phone, Faults faults, Journal journal, Predicate<Duration> quiet) {
        this.baseUrl = baseUrl;
        this.phone = phone;
        this.faults = faults;
        this.journal = journal;
        this.quiet = quiet;
    }

    /** The gateway's address, to be used in place of the operator's. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** How customers react to prompts. */
    public final Phone phone() {
        return phone;
    }

    /** How the gateway misbehaves. */
    public final Faults faults() {
        return faults;
    }

    /** What was received and sent. */
    public final Journal journal() {
        return journal;
    }

    /**
     * Waits until no prompt is open and no callback is due or being sent.
     *
     * @return whether it came to that within the time
     */
    public final boolean awaitCallbacks(Duration timeout) {
        return quiet.test(timeout);
    }
}
