package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.MarketSandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.net.URI;

/** What can be known and set of either of Vodacom's JSON gateways. Safe for use by several threads. */
public abstract class JsonGatewaySandbox extends MarketSandbox {

    private final JsonGateway market;

    /** A gateway with what the server keeps for it. */
    protected JsonGatewaySandbox(MarketServer server, JsonGateway market) {
        super(server, market.phone());
        this.market = market;
    }

    /** The API key of the application that is there from the start. */
    public final String apiKey() {
        return market.apiKey();
    }

    /**
     * The key to encrypt API keys with, and session ids where there are any: SubjectPublicKeyInfo in base64, on one
     * line; 2048 bits.
     */
    public final String publicKeyBase64() {
        return market.keys().publicKeyBase64();
    }

    /** The short code that collects and pays out. */
    public final String serviceProviderCode() {
        return market.serviceProvider();
    }

    /** The short code that B2B payments go to. */
    public final String receiverPartyCode() {
        return market.receiver();
    }

    /** Who has how much. */
    public final Ledger ledger() {
        return market.ledger();
    }

    /** Lets answers only accept, and posts outcomes to {@link #responseUrl}; off by default. */
    public final void asynchronous(boolean asynchronous) {
        market.asynchronous(asynchronous);
    }

    /** Where outcomes are posted; an address on loopback. Any port will do, unlike in reality. */
    public final void responseUrl(URI url) {
        market.responseUrl(url);
    }
}
