package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.token.CredentialKey;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpClients;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import io.github.mpesasdk.vodacomapi.model.Currency;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link VodacomOpenApi}. An environment or address, a market and an API key are required;
 * the rest when a call needs it.
 */
public final class VodacomOpenApiBuilder {

    /** How callers write it, for error messages. */
    static final String BUILDER = "VodacomOpenApi.builder()";

    private static final URI GATEWAY = URI.create("https://openapi.m-pesa.com");
    private static final String SANDBOX = "sandbox";
    private static final String PRODUCTION = "openapi";
    // What most users of the API assume; the portal says what is true for an application.
    private static final Duration SESSION_LIFE = Duration.ofMinutes(55);
    // The documents say 30 seconds.
    private static final Duration ACTIVATION_PATIENCE = Duration.ofSeconds(40);
    private static final Duration FIRST_QUESTION = Duration.ofSeconds(5);

    private @Nullable String environment;
    private @Nullable URI address;
    private boolean insecure;
    private @Nullable Market market;
    private @Nullable Currency currency;
    private @Nullable String apiKey;
    private @Nullable EncryptionKey publicKey;
    private @Nullable String serviceProvider;
    private @Nullable OkHttpClient httpClient;
    private @Nullable Duration timeout;
    private String origin = "*";
    private Duration sessionLife = SESSION_LIFE;
    private Duration activationPatience = ACTIVATION_PATIENCE;
    private TokenStore tokenStore = TokenStore.inMemory();
    private RetryPolicy retries = RetryPolicy.STANDARD;
    private Clock clock = Clock.systemUTC();
    private Duration firstQuestion = FIRST_QUESTION;

    VodacomOpenApiBuilder() {}

    /** The sandbox: test money, and test numbers such as {@code 000000000001}. */
    public VodacomOpenApiBuilder sandbox() {
        this.environment = SANDBOX;
        return this;
    }

    /** Real money. */
    public VodacomOpenApiBuilder production() {
        this.environment = PRODUCTION;
        return this;
    }

    /**
     * Another gateway: the embedded sandbox, or a proxy of your own. The path of environment and market is appended;
     * the environment is the sandbox, unless {@link #production} is called as well.
     *
     * @throws InvalidInputException for {@code http://}, unless it is this machine
     */
    public VodacomOpenApiBuilder at(URI gateway) {
        BaseUrl.of(gateway);
        this.address = gateway;
        this.insecure = false;
        return this;
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read and change payments: for closed test networks
     * only.
     */
    public VodacomOpenApiBuilder atInsecure(URI gateway) {
        BaseUrl.insecure(gateway);
        this.address = gateway;
        this.insecure = true;
        return this;
    }

    /** The country. */
    public VodacomOpenApiBuilder market(Market country) {
        this.market = country;
        return this;
    }

    /** Another currency of the market than the usual one: francs in the DRC. */
    public VodacomOpenApiBuilder currency(Currency other) {
        this.currency = other;
        return this;
    }

    /**
     * The application of the portal.
     *
     * @param key the API key of the application
     * @param environmentKey the public key of the environment, read by
     *     {@link io.github.mpesasdk.core.crypto.PublicKeys}
     */
    public VodacomOpenApiBuilder apiKey(String key, EncryptionKey environmentKey) {
        this.apiKey = key;
        this.publicKey = environmentKey;
        return this;
    }

    /** The short code of the business: 4 to 12 letters or digits; in the sandbox {@code 000000}. */
    public VodacomOpenApiBuilder serviceProvider(String code) {
        this.serviceProvider = code;
        return this;
    }

    /** The {@code Origin} header, as the application was registered; a star unless said otherwise. */
    public VodacomOpenApiBuilder origin(String value) {
        this.origin = value;
        return this;
    }

    /**
     * How long a session is used: the life that the portal states for the application. 55 minutes unless said
     * otherwise; the last minute of it is not used. A session that ends earlier is replaced when the gateway refuses
     * it.
     */
    public VodacomOpenApiBuilder sessionLife(Duration life) {
        this.sessionLife = life;
        return this;
    }

    /** For how long a new session that the gateway refuses is tried again; 40 seconds unless said otherwise. */
    public VodacomOpenApiBuilder activationPatience(Duration patience) {
        this.activationPatience = patience;
        return this;
    }

    /** Shares the connections and settings of a client that you have. Its automatic repetitions are switched off. */
    public VodacomOpenApiBuilder httpClient(OkHttpClient shared) {
        this.httpClient = shared;
        return this;
    }

    /** The longest that one HTTP call may take; 90 seconds unless said otherwise. */
    public VodacomOpenApiBuilder timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** Where sessions are kept, encrypted as they travel; in memory unless said otherwise. */
    public VodacomOpenApiBuilder tokenStore(TokenStore store) {
        this.tokenStore = store;
        return this;
    }

    /** How questions and session requests are repeated. Payments never are. */
    public VodacomOpenApiBuilder retries(RetryPolicy policy) {
        this.retries = policy;
        return this;
    }

    /** The clock for sessions. */
    public VodacomOpenApiBuilder clock(Clock source) {
        this.clock = source;
        return this;
    }

    /**
     * How long a waiting payment leaves the word to the callback before it asks; five seconds unless said otherwise.
     */
    public VodacomOpenApiBuilder askAfter(Duration pause) {
        this.firstQuestion = pause;
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException if something required is missing, or the market does not have the currency
     */
    public VodacomOpenApi build() {
        Market country = Required.setting(market, BUILDER, BUILDER, "market");
        String key = Required.setting(apiKey, BUILDER, BUILDER, "apiKey");
        EncryptionKey encryption = Required.setting(publicKey, BUILDER, BUILDER, "apiKey");
        String path = chosenEnvironment();
        BaseUrl url = baseUrl(path, country);
        OkHttpClient client = HttpClients.oneSendPerCall(httpClient, timeout);
        VodacomDialect dialect = new VodacomDialect(origin);
        HttpInvoker sessions = new HttpInvoker(client, url, dialect, new ApiKeyAuthorizer(key, encryption), retries);
        SessionAuthorizer authorizer = new SessionAuthorizer(
                CredentialKey.of(country.path(), url.of(SessionApi.GET_SESSION), key),
                tokenStore,
                encryption,
                clock,
                sessionLife,
                activationPatience,
                new SessionApi(sessions));
        // A repetition by the transport would repeat the id as well; see Questions.
        HttpInvoker invoker = new HttpInvoker(client, url, dialect, authorizer, RetryPolicy.NONE);
        return new VodacomOpenApi(
                invoker,
                sessions,
                new VodacomSettings(
                        url,
                        country,
                        path.equals(SANDBOX),
                        chosenCurrency(country),
                        clock,
                        firstQuestion,
                        retries,
                        serviceProvider));
    }

    private String chosenEnvironment() {
        return environment == null && address != null
                ? SANDBOX
                : Required.setting(environment, BUILDER, BUILDER, "sandbox, production or at");
    }

    private Currency chosenCurrency(Market country) {
        Currency chosen = currency != null ? currency : country.currency();
        if (!country.currencies().contains(chosen)) {
            throw new InvalidInputException(BUILDER, "currency", "must be one of " + country.currencies());
        }
        return chosen;
    }

    private BaseUrl baseUrl(String path, Market country) {
        String gateway = (address != null ? address : GATEWAY).toString().replaceFirst("/+$", "");
        URI full = URI.create(gateway + "/" + path + "/ipg/v2/" + country.path());
        return insecure ? BaseUrl.insecure(full) : BaseUrl.of(full);
    }
}
