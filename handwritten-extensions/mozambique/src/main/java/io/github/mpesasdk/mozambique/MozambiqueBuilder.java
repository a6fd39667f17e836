package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpClients;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link Mozambique}. An environment and an API key are required; the rest when a call needs
 * it.
 */
public final class MozambiqueBuilder {

    /** How callers write it, for error messages. */
    static final String BUILDER = "Mozambique.builder()";

    private static final URI SANDBOX = URI.create("https://api.sandbox.vm.co.mz/ipg/v1x");
    private static final URI PRODUCTION = URI.create("https://api.vm.co.mz/ipg/v1x");
    private static final String DOCUMENTED_ORIGIN = "developer.mpesa.vm.co.mz";
    // A charge is answered once the customer has entered the PIN; libraries that waited less than 90 seconds lost
    // answers.
    private static final Duration PIN_PATIENCE = Duration.ofMinutes(2);
    private static final Duration FIRST_QUESTION = Duration.ofSeconds(5);

    private @Nullable BaseUrl base;
    private UnaryOperator<BaseUrl> ports = UnaryOperator.identity();
    private @Nullable String key;
    private @Nullable EncryptionKey encryption;
    private @Nullable String serviceProvider;
    private @Nullable Initiator initiator;
    private @Nullable OkHttpClient httpClient;
    private Duration timeout = PIN_PATIENCE;
    private String origin = DOCUMENTED_ORIGIN;
    private RetryPolicy retries = RetryPolicy.STANDARD;
    private Clock clock = Clock.systemUTC();
    private Duration firstQuestion = FIRST_QUESTION;

    MozambiqueBuilder() {}

    /** Vodacom's sandbox, with the port that the spec gives each operation: test money. */
    public MozambiqueBuilder sandbox() {
        this.base = BaseUrl.of(SANDBOX).withPortsOfTheSpec();
        return this;
    }

    /** Real money, with the port that the spec gives each operation. Corporate firewalls tend to block these ports. */
    public MozambiqueBuilder production() {
        this.base = BaseUrl.of(PRODUCTION).withPortsOfTheSpec();
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
        this.base = BaseUrl.of(address);
        return this;
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read and change payments: for closed test networks
     * only.
     */
    public MozambiqueBuilder atInsecure(URI address) {
        this.base = BaseUrl.insecure(address);
        return this;
    }

    /**
     * The port of each operation, by operation id; the others have the port of the address.
     *
     * @throws InvalidInputException for an id that is no operation of this API
     */
    public MozambiqueBuilder ports(Map<String, Integer> byOperation) {
        Map<String, Integer> copy = Map.copyOf(byOperation);
        List<String> ids = MozambiqueApi.OPERATIONS.stream().map(Operation::id).toList();
        if (!ids.containsAll(copy.keySet())) {
            throw new InvalidInputException("Mozambique.builder()", "ports", "must be by operation id, one of " + ids);
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
        this.key = apiKey;
        this.encryption = publicKey;
        return this;
    }

    /** The short code that is paid, pays out, and asks: 5 or 6 digits. */
    public MozambiqueBuilder serviceProvider(String code) {
        this.serviceProvider = code;
        return this;
    }

    /**
     * Who reverses payments.
     *
     * @param identifier its name, as Vodacom gave it
     * @param securityCredential its credential, as Vodacom gave it; it is sent as it is
     */
    public MozambiqueBuilder initiator(String identifier, String securityCredential) {
        this.initiator = new Initiator(identifier, securityCredential);
        return this;
    }

    /** The {@code Origin} header; the one of Vodacom's documents unless said otherwise. */
    public MozambiqueBuilder origin(String value) {
        this.origin = value;
        return this;
    }

    /** Shares the connections and settings of a client that you have. Its automatic repetitions are switched off. */
    public MozambiqueBuilder httpClient(OkHttpClient shared) {
        this.httpClient = shared;
        return this;
    }

    /**
     * The longest that one HTTP call may take; two minutes unless said otherwise, also with an HTTP client of yours. A
     * shorter one loses the answers of customers who take their time with the PIN.
     */
    public MozambiqueBuilder timeout(Duration limit) {
        this.timeout = limit;
        return this;
    }

    /** How questions are repeated. Payments never are. */
    public MozambiqueBuilder retries(RetryPolicy policy) {
        this.retries = policy;
        return this;
    }

    /** The clock by which waiting places for callbacks grow old. */
    public MozambiqueBuilder clock(Clock source) {
        this.clock = source;
        return this;
    }

    /**
     * How long a waiting payment leaves the word to the callback before it asks; five seconds unless said otherwise.
     */
    public MozambiqueBuilder askAfter(Duration pause) {
        this.firstQuestion = pause;
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException if the environment or the API key is missing, or a setting cannot be used
     */
    public Mozambique build() {
        BaseUrl url = ports.apply(Required.setting(base, BUILDER, BUILDER, "sandbox, production or at"));
        String apiKey = Required.setting(key, BUILDER, BUILDER, "apiKey");
        EncryptionKey publicKey = Required.setting(encryption, BUILDER, BUILDER, "apiKey");
        HttpInvoker invoker = new HttpInvoker(
                HttpClients.oneSendPerCall(httpClient, timeout),
                url,
                new MozambiqueDialect(checkedOrigin()),
                new FixedBearer(publicKey.encrypt(apiKey)),
                retries);
        return new Mozambique(invoker, new MozambiqueSettings(url, clock, firstQuestion, serviceProvider, initiator));
    }

    // A line break in a header would fail at the first payment, in words that no caller understands.
    private String checkedOrigin() {
        if (origin.isBlank() || !origin.chars().allMatch(sign -> sign > ' ' && sign < 127)) {
            throw new InvalidInputException(
                    "Mozambique.builder()", "origin", "must be visible ASCII characters without spaces");
        }
        return origin;
    }
}
