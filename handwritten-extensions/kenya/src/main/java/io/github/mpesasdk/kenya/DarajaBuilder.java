package io.github.mpesasdk.kenya;

import static java.lang.System.Logger.Level.DEBUG;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.token.CredentialKey;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.daraja.api.AuthorizationApi;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link Daraja}. An environment and an app are required; the rest when a call needs it. */
public final class DarajaBuilder extends ClientBuilder<DarajaBuilder> {

    /** How callers write it, for error messages. */
    static final String BUILDER = "Daraja.builder()";

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");
    private static final URI SANDBOX = URI.create("https://sandbox.safaricom.co.ke");
    private static final URI PRODUCTION = URI.create("https://api.safaricom.co.ke");

    private @Nullable BaseUrl base;
    private boolean production;
    private @Nullable String consumerKey;
    private @Nullable String consumerSecret;
    private @Nullable StkAccount stkAccount;
    private @Nullable String shortCode;
    private @Nullable Initiator initiator;
    private @Nullable URI callbacks;

    DarajaBuilder() {}

    /** Safaricom's sandbox: test money. */
    public DarajaBuilder sandbox() {
        return base(BaseUrl.of(SANDBOX), false);
    }

    /** Real money. */
    public DarajaBuilder production() {
        return base(BaseUrl.of(PRODUCTION), true);
    }

    /**
     * Another gateway: the embedded sandbox, or a proxy of your own.
     *
     * @throws InvalidInputException for {@code http://}, unless it is this machine
     */
    public DarajaBuilder at(URI address) {
        BaseUrl url = BaseUrl.of(address);
        return base(url, !url.isLoopback() && !SANDBOX.getHost().equals(address.getHost()));
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read and change payments: for closed test networks
     * only.
     */
    public DarajaBuilder atInsecure(URI address) {
        return base(BaseUrl.insecure(address), false);
    }

    private DarajaBuilder base(BaseUrl url, boolean isProduction) {
        this.base = url;
        this.production = isProduction;
        return this;
    }

    /** The app of the developer portal. */
    public DarajaBuilder app(String key, String secret) {
        this.consumerKey = key;
        this.consumerSecret = secret;
        return this;
    }

    /** STK payments go to this paybill. */
    public DarajaBuilder payBill(String payBillShortCode, String passkey) {
        this.stkAccount = StkAccount.payBill(payBillShortCode, passkey);
        return this;
    }

    /** STK payments go to this till. The store number is the one used at go-live, and differs from the till number. */
    public DarajaBuilder till(String storeNumber, String tillNumber, String passkey) {
        this.stkAccount = StkAccount.till(storeNumber, tillNumber, passkey);
        return this;
    }

    /** The short code that pays out, is asked for its balance, and hears of C2B payments. */
    public DarajaBuilder shortCode(String organisation) {
        this.shortCode = organisation;
        return this;
    }

    /**
     * The API operator that pays out, asks and reverses.
     *
     * @param certificate of the same environment, read by {@link io.github.mpesasdk.core.crypto.PublicKeys}; an expired
     *     one is used all the same, for the operator's own are expired
     */
    public DarajaBuilder initiator(String name, String password, EncryptionKey certificate) {
        this.initiator = new Initiator(name, password, certificate);
        return this;
    }

    /** Where Safaricom shall report outcomes. Each request appends a random segment, which names and proves it. */
    public DarajaBuilder callbacksAt(URI address) {
        this.callbacks = address;
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException if the environment or the app is missing
     */
    public Daraja build() {
        reportExpiry();
        BaseUrl url = Required.setting(base, BUILDER, BUILDER, "sandbox, production or at");
        String key = Required.setting(consumerKey, BUILDER, BUILDER, "app");
        String secret = Required.setting(consumerSecret, BUILDER, BUILDER, "app");
        Connections connections = connections();
        DarajaDialect dialect = new DarajaDialect();
        String basic = DarajaAuthorizer.basicHeader(key, secret);
        DarajaAuthorizer authorizer = new DarajaAuthorizer(
                CredentialKey.of(DarajaDialect.MARKET, url, key, secret),
                basic,
                tokenStore(),
                clock(),
                new AuthorizationApi(new HttpInvoker(
                        connections, url, dialect, Authorizer.basicOnly(basic), retries(), listener())));
        HttpInvoker transport = new HttpInvoker(connections, url, dialect, authorizer, retries(), listener());
        DarajaSettings settings = new DarajaSettings(
                url,
                production,
                clock(),
                stkAccount,
                shortCode != null || stkAccount == null ? shortCode : stkAccount.businessShortCode(),
                initiator,
                callbacks);
        KenyaMarket market = new KenyaMarket(settings);
        PaymentFlow<KenyaCallback> flow =
                new PaymentFlow<>(market, transport, connections, flow(callbacks, this::check, RetryPolicy.NONE));
        return new Daraja(new KenyaCalls(settings, market, flow, transport, authorizer));
    }

    private void check(URI address) {}

    // For whoever wonders at result 2001. No reason to refuse or to worry: the operator's own certificates are expired.
    private void reportExpiry() {
        Optional.ofNullable(initiator)
                .flatMap(operator -> operator.certificate().certificate())
                .filter(facts -> facts.isExpired(clock()))
                .ifPresent(facts -> LOG.log(
                        DEBUG,
                        "the certificate {0} expired at {1}; it is used all the same",
                        facts.sha256(),
                        facts.notAfter()));
    }
}
