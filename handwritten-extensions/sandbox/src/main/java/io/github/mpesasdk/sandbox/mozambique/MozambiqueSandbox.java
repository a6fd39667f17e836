package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.MarketSandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.net.URI;

/**
 * Mozambique's own API in the sandbox: the credentials to use, and what can be set. Credentials are the same at every
 * start and are worth nothing elsewhere. Safe for use by several threads.
 */
public final class MozambiqueSandbox extends MarketSandbox {

    private final MozambiqueMarket market;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#mozambique()}. */
    public MozambiqueSandbox(MarketServer server, MozambiqueMarket market) {
        super(server, market.phone());
        this.market = market;
    }

    /**
     * The gateway's address with its path, such as {@code http://127.0.0.1:49152/ipg/v1x}, to be used in place of
     * Vodacom's. All six operations are found at its port. A client that is told the port of each operation is tested
     * better with {@link #portOf}.
     */
    @Override
    public URI baseUrl() {
        return URI.create(super.baseUrl() + MozambiqueMarket.BASE);
    }

    /**
     * The port of an operation, on the host of {@link #baseUrl()}. The other operations are not found there.
     *
     * @throws IllegalArgumentException if there is no such operation
     */
    public int portOf(String operationId) {
        return market.ports().of(operationId);
    }

    /** The API key of the application that is there from the start. */
    public String apiKey() {
        return market.apiKey;
    }

    /** The key to encrypt API keys with: SubjectPublicKeyInfo in base64, on one line; 2048 bits. */
    public String publicKeyBase64() {
        return market.keys().publicKeyBase64();
    }

    /** The short code that collects and pays out. */
    public String serviceProviderCode() {
        return market.serviceProvider;
    }

    /** The short code that B2B payments go to. */
    public String receiverPartyCode() {
        return MozambiqueMarket.RECEIVER;
    }

    /** Who may reverse. */
    public String initiatorIdentifier() {
        return market.initiatorIdentifier;
    }

    /** The initiator's credential, as it is sent. */
    public String securityCredential() {
        return market.securityCredential;
    }

    /** Adds an application, another tenant, under a name for the journal, and gives its API key. */
    public String addApp(String name) {
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

    /** Where outcomes are posted; an address on loopback. Any port will do, unlike in reality. */
    public void responseUrl(URI url) {
        market.responseUrl(url);
    }

    /** How a customer name query is answered, {@link CustomerNameForm#RESULT_CODE} unless told otherwise. */
    public void customerNameForm(CustomerNameForm form) {
        market.customerNameForm(form);
    }
}
