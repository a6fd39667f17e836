package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.MarketSandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.net.URI;
import java.time.Duration;

/**
 * The M-Pesa OpenAPI in the sandbox, for Tanzania, Ghana, Lesotho, the DRC and Mozambique: the credentials to use, and
 * what can be set. Keys are the same at every start and are worth nothing elsewhere. Customers are the documented test
 * numbers, which end as documented, and any number that fits the country. Safe for use by several threads.
 */
public final class VodacomSandbox extends MarketSandbox {

    private final VodacomMarket market;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#vodacom()}. */
    public VodacomSandbox(MarketServer server, VodacomMarket market) {
        super(server, market.phone());
        this.market = market;
    }

    /**
     * The gateway's address, to be used in place of {@code https://openapi.m-pesa.com}: paths go on with
     * {@code /sandbox/ipg/v2/} and the market.
     */
    @Override
    public URI baseUrl() {
        return super.baseUrl();
    }

    /** The API key of the application that is there from the start. */
    public String apiKey() {
        return market.defaultApp().apiKey();
    }

    /** The key to encrypt API keys and session ids with: SubjectPublicKeyInfo in base64, on one line; 2048 bits. */
    public String publicKeyBase64() {
        return market.keys().publicKeyBase64();
    }

    /** The short code that collects and pays out. */
    public String serviceProviderCode() {
        return market.serviceProvider;
    }

    /** The short code that B2B payments go to. */
    public String receiverPartyCode() {
        return VodacomMarket.RECEIVER;
    }

    /** Adds an application, another tenant with sessions of its own, under a name for the journal. */
    public VodacomApp addApp(String name) {
        return market.addApp(name);
    }

    /** Who has how much. */
    public Ledger ledger() {
        return market.ledger();
    }

    /** Lets answers only accept, and posts outcomes to {@link #responseUrl}; off by default. */
    public void asynchronous(boolean asynchronous) {
        market.asynchronous(asynchronous);
    }

    /** Where outcomes are posted; an address on loopback. */
    public void responseUrl(URI url) {
        market.responseUrl(url);
    }

    /** How long a session that is opened from now on is refused before it becomes live; none by default. */
    public void activationDelay(Duration delay) {
        market.sessions().activationDelay(delay);
    }

    /** How long a session lasts that is opened from now on; as long as a token in Kenya by default. */
    public void sessionLifetime(Duration lifetime) {
        market.sessions().lifetime(lifetime);
    }

    /** Makes every session that was opened so far a bad one. */
    public void expireSessions() {
        market.sessions().expireAll();
    }
}
