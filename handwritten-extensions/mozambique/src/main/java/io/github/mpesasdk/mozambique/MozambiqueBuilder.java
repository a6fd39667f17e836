package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.crypto.EncryptedSecret;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.settings.EnvironmentVariables;
import io.github.mpesasdk.core.settings.Given;
import io.github.mpesasdk.core.settings.SettingsCheck;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link Mozambique}. An environment and an API key are required; the rest when a call needs
 * it. One HTTP call may take two minutes by default: a charge is answered once the customer has entered the PIN, and a
 * shorter limit loses the answers of customers who take their time.
 */
public final class MozambiqueBuilder extends ClientBuilder<MozambiqueBuilder> {

    /** How callers write it, for error messages. */
    static final String BUILDER = "Mozambique.builder()";

    private static final URI SANDBOX = URI.create("https://api.sandbox.vm.co.mz/ipg/v1x");
    private static final URI PRODUCTION = URI.create("https://api.vm.co.mz/ipg/v1x");
    private static final String DOCUMENTED_ORIGIN = "developer.mpesa.vm.co.mz";
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{5,6}");
    private static final Duration PIN_PATIENCE = Duration.ofMinutes(2);

    private @Nullable BaseUrl base;
    private boolean production;
    private UnaryOperator<BaseUrl> ports = UnaryOperator.identity();
    private @Nullable String key;
    private @Nullable EncryptionKey encryption;
    private @Nullable String serviceProvider;
    private @Nullable Initiator initiator;
    private String origin = DOCUMENTED_ORIGIN;

    MozambiqueBuilder() {
        timeout(PIN_PATIENCE);
    }

    /** Vodacom's sandbox, with the port that the spec gives each operation: test money. */
    public MozambiqueBuilder sandbox() {
        return at(BaseUrl.of(SANDBOX).withPortsOfTheSpec());
    }

    /** Real money, with the port that the spec gives each operation. Corporate firewalls tend to block these ports. */
    public MozambiqueBuilder production() {
        at(BaseUrl.of(PRODUCTION).withPortsOfTheSpec());
        this.production = true;
        return this;
    }

    /**
     * Another gateway: an embedded sandbox, or a proxy of your own. All operations share the port of the address,
     * unless {@link #ports} or {@link #portsOfTheSpec} says otherwise.
     *
     * @param address with its path, such as {@code https://proxy.example/ipg/v1x}
     * @throws InvalidInputException for {@code http://}, unless it is this machine
     */
    public MozambiqueBuilder at(URI address) {
        return at(BaseUrl.of(Given.value(BUILDER, "at", address)));
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read and change payments: for closed test networks
     * only.
     */
    public MozambiqueBuilder atInsecure(URI address) {
        return at(BaseUrl.insecure(Given.value(BUILDER, "atInsecure", address)));
    }

    private MozambiqueBuilder at(BaseUrl url) {
        this.base = url;
        this.production = false;
        return this;
    }

    /**
     * The port of each operation, by operation id; the others have the port of the address.
     *
     * @throws InvalidInputException for an id that is no operation of this API, or a port that cannot be
     */
    public MozambiqueBuilder ports(Map<String, Integer> byOperation) {
        Given.value(BUILDER, "ports", byOperation);
        Given.to(BUILDER, "ports")
                .withAll("ports", byOperation.keySet().toArray())
                .withAll("ports", byOperation.values().toArray())
                .check();
        Map<String, Integer> copy = Map.copyOf(byOperation);
        List<String> ids = MozambiqueApi.OPERATIONS.stream().map(Operation::id).toList();
        if (!ids.containsAll(copy.keySet())) {
            throw new InvalidInputException(BUILDER, "ports", "must be by operation id, one of " + ids);
        }
        if (!copy.values().stream().allMatch(port -> port >= 1 && port <= 65_535)) {
            throw new InvalidInputException(BUILDER, "ports", "must be 1 to 65535");
        }
        this.ports = url -> url.withPorts(copy);
        return this;
    }

    /** The port that the spec gives each operation, at an address of your own. */
    public MozambiqueBuilder portsOfTheSpec() {
        this.ports = BaseUrl::withPortsOfTheSpec;
        return this;
    }

    /**
     * The API key of the account page. It leaves the process only encrypted.
     *
     * @param apiKey the key, 32 characters today
     * @param publicKey of the same environment, read by {@link io.github.mpesasdk.core.crypto.PublicKeys}
     */
    public MozambiqueBuilder apiKey(String apiKey, EncryptionKey publicKey) {
        Given.to(BUILDER, "apiKey").with("publicKey", publicKey).check();
        this.key = apiKey;
        this.encryption = publicKey;
        return this;
    }

    /**
     * The same from the text of the public key.
     *
     * @param publicKey PEM or base64, as the portal gives it
     * @throws InvalidInputException if it is no key, saying what it looks like instead
     */
    public MozambiqueBuilder apiKey(String apiKey, String publicKey) {
        Given.to(BUILDER, "apiKey").with("publicKey", publicKey).check();
        return apiKey(apiKey, PublicKeys.read(publicKey, BUILDER, "publicKey"));
    }

    /** The short code that is paid, pays out, and asks: 5 or 6 digits. */
    public MozambiqueBuilder serviceProvider(String code) {
        this.serviceProvider = Given.value(BUILDER, "serviceProvider", code);
        return this;
    }

    /**
     * Who reverses payments.
     *
     * @param identifier its name, as Vodacom gave it
     * @param securityCredential its credential, as Vodacom gave it; it is sent as it is
     */
    public MozambiqueBuilder initiator(String identifier, String securityCredential) {
        Given.to(BUILDER, "initiator")
                .with("initiator identifier", identifier)
                .with("security credential", securityCredential)
                .check();
        this.initiator = new Initiator(identifier, securityCredential);
        return this;
    }

    /** The {@code Origin} header. Default: the one of Vodacom's documents. */
    public MozambiqueBuilder origin(String value) {
        this.origin = Given.value(BUILDER, "origin", value);
        return this;
    }

    /**
     * Takes what is not set yet from environment variables: {@code MPESA_MOZAMBIQUE_API_KEY} with
     * {@code MPESA_MOZAMBIQUE_PUBLIC_KEY} (the key, or {@code @} and its file),
     * {@code MPESA_MOZAMBIQUE_SERVICE_PROVIDER}, {@code MPESA_MOZAMBIQUE_INITIATOR_IDENTIFIER} with
     * {@code MPESA_MOZAMBIQUE_SECURITY_CREDENTIAL}, and {@code MPESA_MOZAMBIQUE_CALLBACK_KEY}.
     *
     * @throws InvalidInputException naming a variable that is missing or cannot be read
     */
    public MozambiqueBuilder fromEnv() {
        return fromEnv(System.getenv());
    }

    MozambiqueBuilder fromEnv(Map<String, String> variables) {
        EnvironmentVariables env = environment(MozambiqueDialect.MARKET, variables);
        if (key == null && env.text("api-key").isPresent()) {
            env.require("public-key");
            apiKey(
                    env.text("api-key").orElseThrow(),
                    env.publicKey("public-key").orElseThrow());
        }
        if (serviceProvider == null) {
            serviceProvider = env.text("service-provider").orElse(null);
        }
        if (initiator == null && env.text("initiator-identifier").isPresent()) {
            env.require("security-credential");
            initiator(
                    env.text("initiator-identifier").orElseThrow(),
                    env.text("security-credential").orElseThrow());
        }
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException naming every setting that is missing or can never work
     */
    public Mozambique build() {
        check();
        BaseUrl url = ports.apply(Objects.requireNonNull(base));
        String apiKey = Objects.requireNonNull(key);
        EncryptionKey publicKey = Objects.requireNonNull(encryption);
        // There is no session, and encrypting the same key anew would change nothing: one ciphertext serves for all.
        EncryptedSecret bearer = EncryptedSecret.of(publicKey, apiKey, "apiKey");
        Parts parts = parts(url, new MozambiqueDialect(origin));
        HttpInvoker transport = parts.once(Authorizer.encrypted(bearer));
        MozambiqueMarket market = new MozambiqueMarket(production, serviceProvider, initiator);
        return new Mozambique(parts.flow(market, transport), url, transport);
    }

    private void check() {
        SettingsCheck check = SettingsCheck.of(BUILDER)
                .required("environment", base, "sandbox, production or at")
                .required("apiKey", key, "apiKey", variable("api-key"))
                .credential("apiKey", key)
                .matches("serviceProvider", serviceProvider, SHORT_CODE, "5 or 6 digits")
                .header("origin", origin);
        if (initiator != null) {
            check.credential("initiator identifier", initiator.identifier())
                    .credential("security credential", initiator.securityCredential());
        }
        check.done();
    }
}
