package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.crypto.EncryptedSecret;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.settings.EnvironmentVariables;
import io.github.mpesasdk.core.settings.Given;
import io.github.mpesasdk.core.settings.SettingsCheck;
import io.github.mpesasdk.core.token.CredentialKey;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.core.transport.RoutingInvoker;
import io.github.mpesasdk.vodacomapi.api.SessionApi;
import io.github.mpesasdk.vodacomapi.model.Currency;
import io.github.mpesasdk.vodacomapi.model.Market;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link VodacomOpenApi}. An environment or address, a market and an API key are required;
 * the rest when a call needs it.
 */
public final class VodacomOpenApiBuilder extends ClientBuilder<VodacomOpenApiBuilder> {

    /** How callers write it, for error messages. */
    static final String BUILDER = "VodacomOpenApi.builder()";

    // Where the application is synchronous, the answer comes after the customer has entered the PIN.
    private static final Duration PIN_PATIENCE = Duration.ofMinutes(2);
    private static final URI GATEWAY = URI.create("https://openapi.m-pesa.com");
    private static final String SANDBOX = "sandbox";
    private static final String PRODUCTION = "openapi";
    private static final Pattern SHORT_CODE = Pattern.compile("[0-9A-Za-z]{4,12}");
    // What most users of the API assume; the portal says what is true for an application.
    private static final Duration SESSION_LIFE = Duration.ofMinutes(55);
    // The documents say 30 seconds.
    private static final Duration ACTIVATION_PATIENCE = Duration.ofSeconds(40);

    private @Nullable String environment;
    private @Nullable URI address;
    private boolean insecure;
    private @Nullable Market market;
    private @Nullable Currency currency;
    private @Nullable String apiKey;
    private @Nullable EncryptionKey publicKey;
    private @Nullable String serviceProvider;
    private String origin = "*";
    private Duration sessionLife = SESSION_LIFE;
    private Duration activationPatience = ACTIVATION_PATIENCE;
    private @Nullable Map<String, String> environmentVariables;

    VodacomOpenApiBuilder() {
        timeout(PIN_PATIENCE);
    }

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
        BaseUrl.of(Given.value(BUILDER, "at", gateway));
        this.address = gateway;
        this.insecure = false;
        return this;
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read and change payments: for closed test networks
     * only.
     */
    public VodacomOpenApiBuilder atInsecure(URI gateway) {
        BaseUrl.insecure(Given.value(BUILDER, "atInsecure", gateway));
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
        this.currency = Given.value(BUILDER, "currency", other);
        return this;
    }

    /**
     * The application of the portal.
     *
     * @param key the API key of the application
     * @param publicKey the one of the environment, read by {@link io.github.mpesasdk.core.crypto.PublicKeys}
     */
    public VodacomOpenApiBuilder apiKey(String key, EncryptionKey publicKey) {
        this.apiKey = key;
        this.publicKey = publicKey;
        return this;
    }

    /**
     * The same from the text of the public key.
     *
     * @param publicKey PEM or base64, as the portal gives it
     * @throws InvalidInputException if it is no key, saying what it looks like instead
     */
    public VodacomOpenApiBuilder apiKey(String key, String publicKey) {
        this.apiKey = key;
        this.publicKey = publicKey == null ? null : PublicKeys.read(publicKey, BUILDER, "publicKey");
        return this;
    }

    /** The short code of the business: 4 to 12 letters or digits; in the sandbox {@code 000000}. */
    public VodacomOpenApiBuilder serviceProvider(String code) {
        this.serviceProvider = Given.value(BUILDER, "serviceProvider", code);
        return this;
    }

    /** The {@code Origin} header, as the application was registered. Default: a star. */
    public VodacomOpenApiBuilder origin(String value) {
        this.origin = Given.value(BUILDER, "origin", value);
        return this;
    }

    /**
     * How long a session is used: the life that the portal states for the application; the last minute of it is not
     * used. Default: 55 minutes. A session that ends earlier is replaced when the gateway refuses it.
     */
    public VodacomOpenApiBuilder sessionLife(Duration life) {
        this.sessionLife = Given.value(BUILDER, "sessionLife", life);
        return this;
    }

    /**
     * For how long a new session that the gateway refuses is tried again. It is tried with a question for a transaction
     * that does not exist; calls wait until that is answered, and no payment is sent before. Default: 40 seconds. With
     * {@link Duration#ZERO} a new session is used without that question.
     */
    public VodacomOpenApiBuilder activationPatience(Duration patience) {
        this.activationPatience = Given.value(BUILDER, "activationPatience", patience);
        return this;
    }

    /**
     * Takes from the environment what the builder is not told: {@code MPESA_TANZANIA_API_KEY},
     * {@code MPESA_TANZANIA_PUBLIC_KEY} (the key, or the path of a file), {@code MPESA_TANZANIA_SERVICE_PROVIDER} (or
     * {@code MPESA_TANZANIA_SHORT_CODE}) and {@code MPESA_TANZANIA_CALLBACK_KEY}, and for the other markets likewise.
     * In the DRC and Mozambique, which have APIs of their own, the names begin with {@code MPESA_DRC_OPENAPI} and
     * {@code MPESA_MOZAMBIQUE_OPENAPI}.
     */
    public VodacomOpenApiBuilder fromEnv() {
        return fromEnv(System.getenv());
    }

    VodacomOpenApiBuilder fromEnv(Map<String, String> variables) {
        this.environmentVariables = variables;
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException naming everything that is missing or can never work
     */
    public VodacomOpenApi build() {
        VodacomSettings settings = checked();
        String key = Objects.requireNonNull(apiKey, "checked");
        EncryptionKey encryption = Objects.requireNonNull(publicKey, "checked");
        Parts parts = parts(settings.base(), new VodacomDialect(origin));
        HttpInvoker opening = parts.repeating(Authorizer.encrypted(EncryptedSecret.of(encryption, key, "apiKey")));
        Sessions sessions = new Sessions(
                CredentialKey.of(settings.market().path(), settings.base().of(SessionApi.GET_SESSION), key),
                tokenStore(),
                encryption,
                clock(),
                sessionLife,
                new SessionApi(opening),
                new Liveness(settings, activationPatience, parts::repeating, parts.executor()));
        HttpInvoker transport = parts.once(sessions);
        PaymentFlow<VodacomCallback> flow = parts.flow(new VodacomMarket(settings), transport);
        RoutingInvoker plain =
                new RoutingInvoker(called -> called.equals(SessionApi.GET_SESSION) ? opening : transport);
        return new VodacomOpenApi(flow, settings.base(), plain, sessions);
    }

    private VodacomSettings checked() {
        Market country = market;
        fillInFromEnvironment(country);
        String path = environment == null && address != null ? SANDBOX : environment;
        Currency chosen = currency != null || country == null ? currency : country.currency();
        SettingsCheck.of(BUILDER)
                .required("environment", path, "sandbox, production or at")
                .required("market", country, "market")
                .required("apiKey", apiKey, "apiKey", variable("api-key"))
                .required("publicKey", publicKey, "apiKey", variable("public-key"))
                .credential("apiKey", apiKey)
                .matches("serviceProvider", serviceProvider, SHORT_CODE, "4 to 12 letters or digits")
                .header("origin", origin)
                .require(
                        country == null || country.currencies().contains(chosen),
                        "currency",
                        "must be one of " + (country == null ? "" : country.currencies()))
                .done();
        Market checkedMarket = Objects.requireNonNull(country, "checked");
        String checkedPath = Objects.requireNonNull(path, "checked");
        return new VodacomSettings(
                baseUrl(checkedPath, checkedMarket),
                checkedMarket,
                checkedPath.equals(SANDBOX),
                Objects.requireNonNull(chosen, "checked"),
                serviceProvider);
    }

    private void fillInFromEnvironment(@Nullable Market country) {
        if (environmentVariables == null || country == null) {
            return;
        }
        EnvironmentVariables variables = environment(country.word(), environmentVariables);
        apiKey = apiKey != null ? apiKey : variables.text("api-key").orElse(null);
        publicKey = publicKey != null
                ? publicKey
                : variables.publicKey("public-key").orElse(null);
        serviceProvider = serviceProvider != null
                ? serviceProvider
                : variables
                        .text("service-provider")
                        .or(() -> variables.text("short-code"))
                        .orElse(null);
    }

    private BaseUrl baseUrl(String path, Market country) {
        String gateway = (address != null ? address : GATEWAY).toString().replaceFirst("/+$", "");
        URI full = URI.create(gateway + "/" + path + "/ipg/v2/" + country.path());
        return insecure ? BaseUrl.insecure(full) : BaseUrl.of(full);
    }
}
