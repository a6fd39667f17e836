package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.ipg.JsonGatewaySandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.net.URI;

/**
 * Mozambique's own API in the sandbox: the credentials to use, and what can be set. Credentials are the same at every
 * start and are worth nothing elsewhere. Safe for use by several threads.
 */
public final class MozambiqueSandbox extends JsonGatewaySandbox {

    private final MozambiqueMarket market;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#mozambique()}. */
    public MozambiqueSandbox(MarketServer server, MozambiqueMarket market) {
        super(server, market);
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

    /** How a customer name query is answered, {@link CustomerNameForm#RESULT_CODE} unless told otherwise. */
    public void customerNameForm(CustomerNameForm form) {
        market.customerNameForm(form);
    }
}
