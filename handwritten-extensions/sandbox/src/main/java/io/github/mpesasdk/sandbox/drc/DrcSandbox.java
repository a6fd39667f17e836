package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.MarketSandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.time.Duration;

/**
 * Vodacom's SOAP gateway in the DRC in the sandbox: the credentials to use, and what can be set. Credentials are the
 * same at every start and are worth nothing elsewhere. At {@link #baseUrl()}, logins and C2B go to
 * {@code /insight/SOAPIn}, B2C to {@code /iPG/B2C}. Safe for use by several threads.
 */
public final class DrcSandbox extends MarketSandbox {

    private final DrcMarket market;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#drc()}. */
    public DrcSandbox(MarketServer server, DrcMarket market) {
        super(server, market.phone());
        this.market = market;
    }

    /** The user that is there from the start. */
    public String username() {
        return market.defaultLogin.username();
    }

    /** The password of that user. */
    public String password() {
        return market.defaultLogin.password();
    }

    /** The short code that collects. */
    public String serviceProviderCode() {
        return market.merchant("ServiceProviderCode");
    }

    /** The command to collect with. */
    public String c2bCommandId() {
        return market.merchant("CommandId");
    }

    /** The merchant's name when it pays out. */
    public String serviceProviderName() {
        return market.merchant("ServiceProviderName");
    }

    /** The short code that pays out. */
    public String shortCode() {
        return market.merchant("Shortcode");
    }

    /** The command to pay out with. */
    public String b2cCommandId() {
        return market.merchant("CommandID");
    }

    /** Adds a user, another tenant with sessions of its own, under a name for the journal. */
    public DrcLogin addLogin(String name) {
        return market.addLogin(name);
    }

    /**
     * Who has how much in a currency, {@code CDF} or {@code USD}. Customers and the merchant have an account in each.
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    public Ledger ledger(String currency) {
        return market.ledger(currency);
    }

    /** How wrong credentials are answered, {@link WrongCredentialsForm#PROCESSED} unless told otherwise. */
    public void wrongCredentials(WrongCredentialsForm form) {
        market.wrongCredentials = form;
    }

    /** How B2C payments are acknowledged, {@link B2cAnswerForm#INSIGHT_TXID} unless told otherwise. */
    public void b2cAnswer(B2cAnswerForm form) {
        market.b2cAnswer = form;
    }

    /** How SOAP faults look, {@link SoapFaultForm#SERVER_500} unless told otherwise. */
    public void soapFault(SoapFaultForm form) {
        market.soapFault = form;
    }

    /**
     * Whether a request that is not sent as {@code text/xml} is refused with status 415 and no body, as the server
     * behind the public WSDL does. Nobody saw the gateway do it, and clients that send other types are known: not
     * unless told so, or in a strict sandbox.
     */
    public void xmlOnly(boolean only) {
        market.xmlOnly = only;
    }

    /**
     * Whether namespace prefixes change from one answer to the next, so that a client which relies on them fails. The
     * prefixes on record are {@code S}, {@code ns2} and {@code ns3}, and without this there are no others.
     */
    public void rotatingPrefixes(boolean rotating) {
        market.rotatingPrefixes = rotating;
    }

    /** How long a session lasts that is opened from now on; as long as a token in Kenya by default. */
    public void sessionLifetime(Duration lifetime) {
        market.sessions.lifetime(lifetime);
    }

    /** Makes every session that was opened so far a bad one. */
    public void expireSessions() {
        market.sessions.expireAll();
    }
}
