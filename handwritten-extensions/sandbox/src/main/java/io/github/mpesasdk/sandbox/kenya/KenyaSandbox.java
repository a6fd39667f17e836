package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.MarketSandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.util.Optional;

/**
 * Kenya in the sandbox: the credentials to use, and what can be set. Credentials are the same at every start and are
 * worth nothing elsewhere. Safe for use by several threads.
 */
public final class KenyaSandbox extends MarketSandbox {

    private final KenyaMarket market;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#kenya()}. */
    public KenyaSandbox(MarketServer server, KenyaMarket market) {
        super(server, market.phone());
        this.market = market;
    }

    /** The consumer key of the app that is there from the start. */
    public String consumerKey() {
        return market.defaultApp.consumerKey();
    }

    /** Its consumer secret. */
    public String consumerSecret() {
        return market.defaultApp.consumerSecret();
    }

    /** Adds an app, another tenant with tokens of its own. All apps may use all short codes. */
    public App addApp(String consumerKey, String consumerSecret) {
        return market.add(new App(consumerKey, consumerSecret));
    }

    /** The pay bill that STK pushes and C2B payments can go to, six digits. */
    public String payBill() {
        return market.organisation.payBill();
    }

    /** The passkey of the pay bill and of the store. */
    public String passkey() {
        return market.organisation.passkey();
    }

    /**
     * The store number that collects for the till: the BusinessShortCode of a push to it, six digits. What comes to it
     * is the till's.
     */
    public String storeNumber() {
        return market.organisation.storeNumber();
    }

    /** The till number: the PartyB of a push to it, six digits. */
    public String tillNumber() {
        return market.organisation.tillNumber();
    }

    /** The short code that pays out, B2C and B2B, six digits. */
    public String businessShortCode() {
        return market.organisation.businessShortCode();
    }

    /** The API operator's user name. */
    public String initiatorName() {
        return market.initiator.name();
    }

    /** The API operator's password, before encryption. */
    public String initiatorPassword() {
        return market.initiator.password();
    }

    /** The certificate to encrypt the password with, in PEM. It has expired on purpose, as the real ones have. */
    public String certificatePem() {
        return market.initiator.certificatePem();
    }

    /** Who has how much. */
    public Ledger ledger() {
        return market.ledger;
    }

    /** Makes every token that was issued so far a bad one. */
    public void expireTokens() {
        market.tokens.expireAll();
    }

    /** How an STK query says "not finished yet", {@link PendingForm#ERROR_500} unless told otherwise. */
    public void pendingForm(PendingForm form) {
        market.pendingForm = form;
    }

    /** How C2B notifications tell who paid; unless told otherwise, as the version of the registration has it. */
    public void payerForm(PayerForm form) {
        market.payerForm = Optional.of(form);
    }

    /**
     * Lets the next request to an operation fail with a result code, in the words and the shape that were recorded.
     *
     * @throws IllegalArgumentException if there is no such operation, or the sandbox knows no such failure
     */
    public void failNext(String operationId, String resultCode) {
        market.endings.failNext(operationId, resultCode);
    }
}
