package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.market.MarketSandbox;
import io.github.mpesasdk.sandbox.market.MarketServer;
import java.util.Optional;

/**
 * Kenya in the sandbox: the credentials to use, and the strings to pull. All credentials are drawn at random when the
 * sandbox starts and are worth nothing elsewhere. Safe for use by several threads.
 */
public final class KenyaSandbox extends MarketSandbox {

    private final KenyaState state;

    /** For the server; take it from {@link io.github.mpesasdk.sandbox.Sandbox#kenya()}. */
    public KenyaSandbox(MarketServer server, KenyaMarket market) {
        super(server, market.state().phone);
        this.state = market.state();
    }

    /** The consumer key of the app that is there from the start. */
    public String consumerKey() {
        return state.defaultApp.consumerKey();
    }

    /** Its consumer secret. */
    public String consumerSecret() {
        return state.defaultApp.consumerSecret();
    }

    /** Adds an app, another tenant with tokens of its own. All apps may use all short codes. */
    public App addApp(String consumerKey, String consumerSecret) {
        return state.add(new App(consumerKey, consumerSecret));
    }

    /** The pay bill that STK pushes and C2B payments can go to, six digits. */
    public String payBill() {
        return state.organisation.payBill();
    }

    /** The passkey of the pay bill and of the store. */
    public String passkey() {
        return state.organisation.passkey();
    }

    /** The store number that collects for the till: the BusinessShortCode of a push to it, six digits. */
    public String storeNumber() {
        return state.organisation.storeNumber();
    }

    /** The till number: the PartyB of a push to it, six digits. */
    public String tillNumber() {
        return state.organisation.tillNumber();
    }

    /** The short code that pays out, B2C and B2B, six digits. */
    public String businessShortCode() {
        return state.organisation.businessShortCode();
    }

    /** The API operator's user name. */
    public String initiatorName() {
        return state.initiator.name();
    }

    /** The API operator's password, before encryption. */
    public String initiatorPassword() {
        return state.initiator.password();
    }

    /** The certificate to encrypt the password with, in PEM. It has expired on purpose, as the real ones have. */
    public String certificatePem() {
        return state.initiator.certificatePem();
    }

    /** Who has how much. */
    public Ledger ledger() {
        return state.ledger;
    }

    /** Makes every token that was issued so far a bad one. */
    public void expireTokens() {
        state.tokens.expireAll();
    }

    /** How an STK query says "not finished yet", {@link PendingForm#ERROR_500} unless told otherwise. */
    public void pendingForm(PendingForm form) {
        state.pendingForm = form;
    }

    /** How C2B notifications tell who paid; unless told otherwise, as the version of the registration has it. */
    public void payerForm(PayerForm form) {
        state.payerForm = Optional.of(form);
    }

    /**
     * Lets the next request to an operation fail with a result code, in the words and the shape that were recorded.
     *
     * @throws IllegalArgumentException if there is no such operation, or the sandbox knows no such failure
     */
    public void failNext(String operationId, String resultCode) {
        state.endings.next(operationId, resultCode);
    }
}
