package io.github.mpesasdk.drc;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.settings.EnvironmentVariables;
import io.github.mpesasdk.core.settings.Given;
import io.github.mpesasdk.core.settings.SettingsCheck;
import io.github.mpesasdk.core.token.CredentialKey;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.api.SessionApi;
import io.github.mpesasdk.drcapi.model.DrcLanguage;
import io.github.mpesasdk.drcapi.model.DrcLoginInput;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link DrcGateway}. An environment or address and a login are required; the rest when a
 * call needs it.
 */
public final class DrcGatewayBuilder extends ClientBuilder<DrcGatewayBuilder> {

    /** How callers write it, for error messages. */
    static final String BUILDER = "DrcGateway.builder()";

    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";
    private static final URI TEST = URI.create("https://uatipg.m-pesa.vodacom.cd");
    private static final URI PRODUCTION = URI.create("https://ipg.m-pesa.vodacom.cd");
    // Nobody states the life of a session, nor what a payment is answered whose session is over. All clients that are
    // known to work log in for each payment, and so does a life of which the last minute is not used.
    private static final Duration SESSION_LIFE = Duration.ofMinutes(1);

    private @Nullable BaseUrl base;
    private boolean insecure;
    private boolean production;
    private @Nullable EnvironmentVariables environment;
    private final Map<Operation<?, ?>, URI> wholeAddresses = new LinkedHashMap<>();
    private @Nullable DrcLoginInput login;
    private DrcSettings.@Nullable C2bAccount c2bAccount;
    private DrcSettings.@Nullable B2cAccount b2cAccount;
    private @Nullable URI callbacks;
    private DrcLanguage language = DrcLanguage.FR;
    private Duration sessionLife = SESSION_LIFE;
    private TransportSecurity security = TransportSecurity.OF_THE_PLATFORM;

    DrcGatewayBuilder() {}

    /** The test gateway, with test money. It answers only addresses that Vodacom admitted. */
    public DrcGatewayBuilder test() {
        return gateway(BaseUrl.of(TEST).withPortsOfTheSpec(), false, false);
    }

    /** Real money. It answers only addresses that Vodacom admitted. */
    public DrcGatewayBuilder production() {
        return gateway(BaseUrl.of(PRODUCTION).withPortsOfTheSpec(), false, true);
    }

    /**
     * Another gateway, for all calls: the embedded sandbox, or a proxy of your own.
     *
     * @throws InvalidInputException for {@code http://}, unless it is this machine
     */
    public DrcGatewayBuilder at(URI gateway) {
        return gateway(BaseUrl.of(Given.value(BUILDER, "at", gateway)), false, false);
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read the password, and read and change payments: for
     * closed test networks only.
     */
    public DrcGatewayBuilder atInsecure(URI gateway) {
        return gateway(BaseUrl.insecure(Given.value(BUILDER, "atInsecure", gateway)), true, false);
    }

    private DrcGatewayBuilder gateway(BaseUrl url, boolean isInsecure, boolean isProduction) {
        this.base = url;
        this.insecure = isInsecure;
        this.production = isProduction;
        return this;
    }

    /** The whole address for logins, where yours differs: gateways with other hosts, ports and paths were seen. */
    public DrcGatewayBuilder loginAt(URI whole) {
        wholeAddresses.put(SessionApi.LOGIN, Given.value(BUILDER, "loginAt", whole));
        return this;
    }

    /** The whole address for payments of customers, where yours differs. */
    public DrcGatewayBuilder c2bAt(URI whole) {
        wholeAddresses.put(C2bApi.C2B_PAYMENT, Given.value(BUILDER, "c2bAt", whole));
        return this;
    }

    /** The whole address for payments to customers, where yours differs. */
    public DrcGatewayBuilder b2cAt(URI whole) {
        wholeAddresses.put(B2cApi.B2C_PAYMENT, Given.value(BUILDER, "b2cAt", whole));
        return this;
    }

    /** The user that Vodacom gave to the merchant. */
    public DrcGatewayBuilder login(String username, String password) {
        Given.to(BUILDER, "login")
                .with(USERNAME, username)
                .with(PASSWORD, password)
                .check();
        this.login = loginOf(username, password);
        return this;
    }

    private static DrcLoginInput loginOf(String username, String password) {
        return DrcLoginInput.builder().username(username).password(password).build();
    }

    /**
     * Takes what is not said here from the environment variables {@code MPESA_DRC_USERNAME} and
     * {@code MPESA_DRC_PASSWORD}, like the {@code mpesa} command.
     */
    public DrcGatewayBuilder fromEnv() {
        return from(System.getenv());
    }

    DrcGatewayBuilder from(Map<String, String> variables) {
        this.environment = environment(DrcDialect.MARKET, variables);
        return this;
    }

    /**
     * What Vodacom issued for payments of customers.
     *
     * @param serviceProviderCode the short code
     * @param commandId such as {@code InitTrans_} and a name
     */
    public DrcGatewayBuilder c2bAccount(String serviceProviderCode, String commandId) {
        Given.to(BUILDER, "c2bAccount")
                .with("serviceProviderCode", serviceProviderCode)
                .with("commandId", commandId)
                .check();
        this.c2bAccount = new DrcSettings.C2bAccount(serviceProviderCode, commandId);
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
        Given.to(BUILDER, "b2cAccount")
                .with("serviceProviderName", serviceProviderName)
                .with("shortCode", shortCode)
                .with("commandId", commandId)
                .check();
        this.b2cAccount = new DrcSettings.B2cAccount(serviceProviderName, shortCode, commandId);
        return this;
    }

    /**
     * Where outcomes shall be posted; without it no payment can be made. Each payment appends a signed token of its
     * own; hand what arrives to {@link DrcGateway#callbacks}.
     */
    public DrcGatewayBuilder callbacksAt(URI base) {
        this.callbacks = Given.value(BUILDER, "callbacksAt", base);
        return this;
    }

    /** The language in which customers are spoken to. Default: French. */
    public DrcGatewayBuilder language(DrcLanguage value) {
        this.language = Given.value(BUILDER, "language", value);
        return this;
    }

    /**
     * How long a session is used, of which the last minute is not. Default: each payment has one of its own. A longer
     * life saves a login, at a risk: a payment whose session was over in truth has an unknown outcome, for nobody has
     * shown that the gateway does nothing then.
     */
    public DrcGatewayBuilder sessionLife(Duration life) {
        this.sessionLife = Given.value(BUILDER, "sessionLife", life);
        return this;
    }

    /**
     * The certificates to trust instead of the platform's: those of a gateway that signs its own.
     *
     * @throws InvalidInputException if the key store is not loaded
     */
    public DrcGatewayBuilder trustStore(KeyStore certificates) {
        this.security = security.trusting(Given.value(BUILDER, "trustStore", certificates));
        return this;
    }

    /**
     * A certificate to show to the gateway, should it ever ask for one.
     *
     * @throws InvalidInputException if the key store is not loaded, or the password is not that of its key
     */
    public DrcGatewayBuilder clientCertificate(KeyStore keyAndCertificate, char[] keyPassword) {
        Given.value(BUILDER, "clientCertificate", keyAndCertificate);
        this.security = security.showing(keyAndCertificate, keyPassword);
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException naming everything that is missing or can never work
     */
    public DrcGateway build() {
        DrcLoginInput credentials = login != null ? login : fromEnvironment();
        SettingsCheck check = SettingsCheck.of(BUILDER)
                .required("environment", base, "test, production or at")
                .required("login", credentials, "login");
        if (credentials != null) {
            check.credential("username", credentials.username()).credential("password", credentials.password());
        }
        check.callbackAddress("callbacksAt", callbacks, production).done();
        return client(withWholeAddresses(Objects.requireNonNull(base)), Objects.requireNonNull(credentials));
    }

    private @Nullable DrcLoginInput fromEnvironment() {
        if (environment == null) {
            return null;
        }
        environment.require(USERNAME, PASSWORD);
        return loginOf(
                environment.text(USERNAME).orElseThrow(),
                environment.text(PASSWORD).orElseThrow());
    }

    private DrcGateway client(BaseUrl base, DrcLoginInput credentials) {
        Parts parts = parts(base, new DrcDialect(), security::applyTo);
        LoginAuthorizer sessions = new LoginAuthorizer(
                CredentialKey.of(
                        DrcDialect.MARKET,
                        base.of(SessionApi.LOGIN),
                        String.valueOf(credentials.username()),
                        String.valueOf(credentials.password())),
                tokenStore(),
                credentials,
                clock(),
                sessionLife,
                new SessionApi(parts.repeating(Authorizer.none())));
        HttpInvoker transport = parts.repeating(sessions);
        DrcMarket market =
                new DrcMarket(production, new DrcSettings(credentials, c2bAccount, b2cAccount, language, clock()));
        return new DrcGateway(parts.flow(market, transport, callbacks, this::check), base, transport, sessions);
    }

    private void check(URI callback) {
        SettingsCheck.of("The callback address")
                .callbackAddress("callback", callback, production)
                .done();
    }

    private BaseUrl withWholeAddresses(BaseUrl url) {
        Map<String, BaseUrl> whole = new LinkedHashMap<>();
        wholeAddresses.forEach((operation, address) ->
                whole.put(operation.id(), insecure ? BaseUrl.insecure(address) : BaseUrl.of(address)));
        return url.withWholeAddresses(whole);
    }
}
