package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.JsonGatewaySandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.time.Duration;

/**
 * The M-Pesa OpenAPI in the sandbox, for Tanzania, Ghana, Lesotho, the DRC and Mozambique: the credentials to use, and
 * what can be set. Keys are the same at every start and are worth nothing elsewhere. Customers are the documented test
 * numbers, which end as documented, and any number that fits the country. {@link #baseUrl()} is used in place of
 * {@code https://openapi.m-pesa.com}: paths go on with {@code /sandbox/ipg/v2/} and the market. Safe for use by several
 * threads.
 */
public final class VodacomSandbox extends JsonGatewaySandbox {

    private final VodacomMarket market;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#vodacom()}. */
    public VodacomSandbox(MarketServer server, VodacomMarket market) {
        super(server, market);
        this.market = market;
    }

    /** Adds an application, another tenant with sessions of its own, under a name for the journal. */
    public VodacomApp addApp(String name) {
        return market.addApp(name);
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
