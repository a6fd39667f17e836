package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.Faults;
import io.github.mpesasdk.sandbox.Journal;
import io.github.mpesasdk.sandbox.ipg.Ledger;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The M-Pesa OpenAPI in the sandbox, for Tanzania, Ghana, Lesotho, the DRC and Mozambique: the credentials to use, and
 * the strings to pull. Keys are drawn at random when the sandbox starts and are worth nothing elsewhere. Customers are
 * the documented test numbers, which end as documented, and any number that fits the country. Safe for use by several
 * threads.
 */
public final class VodacomSandbox {

    private final URI baseUrl;
    private final VodacomState state;
    private final Faults faults;
    private final Journal journal;
    private final Predicate<Duration> quiet;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#vodacom()}. */
    public VodacomSandbox(
            URI baseUrl, VodacomMarket market, Faults faults, Journal journal, Predicate<Duration> quiet) {
        this.baseUrl = baseUrl;
        this.state = market.state();
        this.faults = faults;
        this.journal = journal;
        this.quiet = quiet;
    }

    /**
     * The gateway's address, to be used in place of {@code https://openapi.m-pesa.com}: paths go on with
     * {@code /sandbox/ipg/v2/} and the market.
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /** The API key of the application that is there from the start. */
    public String apiKey() {
        return state.defaultApp.apiKey();
    }

    /** The key to encrypt API keys and session ids with: SubjectPublicKeyInfo in base64, on one line; 2048 bits. */
    public String publicKeyBase64() {
        return state.gateway.keys().publicKeyBase64();
    }

    /** The short code that collects and pays out. */
    public String serviceProviderCode() {
        return VodacomDialect.SERVICE_PROVIDER;
    }

    /** The short code that B2B payments go to. */
    public String receiverPartyCode() {
        return VodacomDialect.RECEIVER;
    }

    /** Adds an application, another tenant with sessions of its own, under a name for the journal. */
    public VodacomApp addApp(String name) {
        return state.sessions.add(name);
    }

    /** How customers react to prompts. */
    public Phone phone() {
        return state.gateway.phone();
    }

    /** How the gateway misbehaves. */
    public Faults faults() {
        return faults;
    }

    /** Who has how much. */
    public Ledger ledger() {
        return state.gateway.ledger();
    }

    /** What was received and sent. */
    public Journal journal() {
        return journal;
    }

    /** Lets answers only accept, and posts outcomes to {@link #responseUrl}; off by default. */
    public void asynchronous(boolean asynchronous) {
        state.gateway.asynchronous(asynchronous);
    }

    /** Where outcomes are posted; an address on loopback. */
    public void responseUrl(URI url) {
        state.gateway.responseUrl(url);
    }

    /** How long a session that is opened from now on is refused before it becomes live; none by default. */
    public void activationDelay(Duration delay) {
        state.sessions.activationDelay(delay);
    }

    /** How long a session lasts that is opened from now on; as long as a token in Kenya by default. */
    public void sessionLifetime(Duration lifetime) {
        state.sessions.lifetime(lifetime);
    }

    /** Makes every session that was opened so far a bad one. */
    public void expireSessions() {
        state.sessions.expireAll();
    }

    /**
     * Waits until no callback is due or being sent.
     *
     * @return whether it came to that within the time
     */
    public boolean awaitCallbacks(Duration timeout) {
        return quiet.test(timeout);
    }
}
