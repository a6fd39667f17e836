package io.github.mpesasdk.drc;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.token.CredentialKey;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpClients;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.api.SessionApi;
import io.github.mpesasdk.drcapi.model.DrcLanguage;
import io.github.mpesasdk.drcapi.model.DrcLoginRequest;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link DrcGateway}. An environment or address and a login are required; the rest when a
 * call needs it.
 */
public final class DrcGatewayBuilder {

    private static final URI TEST = URI.create("https://uatipg.m-pesa.vodacom.cd");
    private static final URI PRODUCTION = URI.create("https://ipg.m-pesa.vodacom.cd");
    // Nobody states the life of a session, and clients that log in for each payment are known to work.
    private static final Duration SESSION_LIFE = Duration.ofMinutes(2);

    private @Nullable URI address;
    private boolean hasPortsOfTheSpec;
    private boolean insecure;
    private final Map<Operation<?, ?>, URI> wholeAddresses = new LinkedHashMap<>();
    private @Nullable DrcLoginRequest login;
    private DrcAccounts.@Nullable C2bAccount c2bAccount;
    private DrcAccounts.@Nullable B2cAccount b2cAccount;
    private @Nullable URI callbacks;
    private DrcLanguage language = DrcLanguage.FR;
    private Duration sessionLife = SESSION_LIFE;
    private TokenStore tokenStore = TokenStore.inMemory();
    private RetryPolicy retries = RetryPolicy.STANDARD;
    private Clock clock = Clock.systemUTC();
    private TransportSecurity security = TransportSecurity.OF_THE_PLATFORM;
    private @Nullable OkHttpClient httpClient;
    private @Nullable Duration timeout;

    DrcGatewayBuilder() {}

    /** The test gateway, with test money. It answers only addresses that Vodacom admitted. */
    public DrcGatewayBuilder test() {
        return environment(TEST);
    }

    /** Real money. It answers only addresses that Vodacom admitted. */
    public DrcGatewayBuilder production() {
        return environment(PRODUCTION);
    }

    private DrcGatewayBuilder environment(URI host) {
        this.address = host;
        this.hasPortsOfTheSpec = true;
        this.insecure = false;
        return this;
    }

    /**
     * Another gateway, for all calls: the embedded sandbox, or a proxy of your own.
     *
     * @throws InvalidInputException for {@code http://}, unless it is this machine
     */
    public DrcGatewayBuilder at(URI gateway) {
        BaseUrl.of(gateway);
        this.address = gateway;
        this.hasPortsOfTheSpec = false;
        this.insecure = false;
        return this;
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read the password, and read and change payments: for
     * closed test networks only.
     */
    public DrcGatewayBuilder atInsecure(URI gateway) {
        BaseUrl.insecure(gateway);
        this.address = gateway;
        this.hasPortsOfTheSpec = false;
        this.insecure = true;
        return this;
    }

    /** The whole address for logins, where yours differs: gateways with other hosts, ports and paths were seen. */
    public DrcGatewayBuilder loginAt(URI whole) {
        wholeAddresses.put(SessionApi.LOGIN, whole);
        return this;
    }

    /** The whole address for payments of customers, where yours differs. */
    public DrcGatewayBuilder c2bAt(URI whole) {
        wholeAddresses.put(C2bApi.C2B_PAYMENT, whole);
        return this;
    }

    /** The whole address for payments to customers, where yours differs. */
    public DrcGatewayBuilder b2cAt(URI whole) {
        wholeAddresses.put(B2cApi.B2C_PAYMENT, whole);
        return this;
    }

    /** The user that Vodacom gave to the merchant. */
    public DrcGatewayBuilder login(String username, String password) {
        this.login =
                DrcLoginRequest.builder().username(username).password(password).build();
        return this;
    }

    /**
     * What Vodacom issued for payments of customers.
     *
     * @param serviceProviderCode the short code
     * @param commandId such as {@code InitTrans_} and a name
     */
    public DrcGatewayBuilder c2bAccount(String serviceProviderCode, String commandId) {
        this.c2bAccount = new DrcAccounts.C2bAccount(serviceProviderCode, commandId);
        return this;
    }

    /**
     * What Vodacom issued for payments to customers.
     *
     * @param serviceProviderName the name of the merchant at the gateway
     * @param shortCode the short code
     * @param commandId such as {@code InitTrans_} and a name
     */
    public DrcGatewayBuilder b2cAccount(String serviceProviderName, String shortCode, String commandId) {
        this.b2cAccount = new DrcAccounts.B2cAccount(serviceProviderName, shortCode, commandId);
        return this;
    }

    /**
     * Where outcomes shall be posted. A random segment is appended for each payment; hand what arrives to
     * {@link DrcGateway#callbacks}.
     *
     * @throws InvalidInputException if it is no absolute address, or has a query
     */
    public DrcGatewayBuilder callbacksAt(URI base) {
        this.callbacks = CallbackAddress.checked(base, true);
        return this;
    }

    /** The language in which customers are spoken to; French unless said otherwise. */
    public DrcGatewayBuilder language(DrcLanguage value) {
        this.language = value;
        return this;
    }

    /**
     * How long a session is used. Two minutes unless said otherwise; the last minute is not used, so a life of a minute
     * means a login for each payment. A session that ends earlier is replaced once when the gateway calls it expired.
     */
    public DrcGatewayBuilder sessionLife(Duration life) {
        this.sessionLife = life;
        return this;
    }

    /** Where sessions are kept; in memory unless said otherwise. */
    public DrcGatewayBuilder tokenStore(TokenStore store) {
        this.tokenStore = store;
        return this;
    }

    /** How logins are repeated. Payments never are. */
    public DrcGatewayBuilder retries(RetryPolicy policy) {
        this.retries = policy;
        return this;
    }

    /** The clock for sessions, and for the time in requests. */
    public DrcGatewayBuilder clock(Clock source) {
        this.clock = source;
        return this;
    }

    /**
     * The certificates to trust instead of the platform's: those of a gateway that signs its own.
     *
     * @throws InvalidInputException if the key store is not loaded
     */
    public DrcGatewayBuilder trustStore(KeyStore certificates) {
        this.security = security.trusting(certificates);
        return this;
    }

    /**
     * A certificate to show to the gateway, should it ever ask for one.
     *
     * @throws InvalidInputException if the key store is not loaded, or the password is not that of its key
     */
    public DrcGatewayBuilder clientCertificate(KeyStore keyAndCertificate, char[] keyPassword) {
        this.security = security.showing(keyAndCertificate, keyPassword);
        return this;
    }

    /** Shares the connections and settings of a client that you have. Its automatic repetitions are switched off. */
    public DrcGatewayBuilder httpClient(OkHttpClient shared) {
        this.httpClient = shared;
        return this;
    }

    /** The longest that one HTTP call may take; 90 seconds unless said otherwise. */
    public DrcGatewayBuilder timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException if something required is missing, or an address is clear HTTP
     */
    public DrcGateway build() {
        DrcLoginRequest credentials = Required.setting(login, DrcContext.BUILDER, DrcContext.BUILDER, "login");
        credentials.check();
        BaseUrl base = base();
        OkHttpClient client = security.applyTo(HttpClients.oneSendPerCall(httpClient, timeout));
        DrcDialect dialect = new DrcDialect();
        LoginAuthorizer authorizer = new LoginAuthorizer(
                CredentialKey.of(
                        DrcDialect.MARKET,
                        base.of(SessionApi.LOGIN),
                        String.valueOf(credentials.username()),
                        String.valueOf(credentials.password())),
                tokenStore,
                credentials,
                clock,
                sessionLife,
                new SessionApi(new HttpInvoker(client, base, dialect, Authorizer.none(), retries)));
        return new DrcGateway(
                new HttpInvoker(client, base, dialect, authorizer, retries),
                base,
                new DrcSettings(credentials, new DrcAccounts(c2bAccount, b2cAccount), callbacks, language, clock));
    }

    private BaseUrl base() {
        URI host = Required.setting(address, DrcContext.BUILDER, DrcContext.BUILDER, "test, production or at");
        Map<String, BaseUrl> whole = new LinkedHashMap<>();
        wholeAddresses.forEach((operation, uri) -> whole.put(operation.id(), url(uri)));
        BaseUrl base = hasPortsOfTheSpec ? url(host).withPortsOfTheSpec() : url(host);
        return base.withWholeAddresses(whole);
    }

    private BaseUrl url(URI uri) {
        return insecure ? BaseUrl.insecure(uri) : BaseUrl.of(uri);
    }
}
