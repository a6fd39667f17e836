package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.mozambique.MozambiqueMarket;
import io.github.mpesasdk.sandbox.tls.TlsSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to change from the defaults of a {@link Sandbox}. For use by one thread. */
public final class SandboxBuilder {

    String host = Listener.LOOPBACK;
    int port;
    String seed = "sandbox";
    Map<String, String> credentials = new LinkedHashMap<>();
    /** What was set by name; the last value of a name counts, and goes before what was set by a method. */
    private final Map<String, String> named = new LinkedHashMap<>();

    boolean takesAnyone;
    boolean strict;

    @Nullable
    String controlToken;

    Map<String, Integer> operationPorts = Map.of();
    Map<String, List<String>> faults = new LinkedHashMap<>();
    RequestLog log = new RequestLog(line -> {});
    Clock clock = Clock.systemUTC();
    Duration tokenLifetime = Duration.ofSeconds(3599);
    Duration callbackDelay = Duration.ofMillis(50);
    Duration promptTimeout = Duration.ofMillis(500);
    Duration validationTimeout = Duration.ofSeconds(8);
    Duration slowness = Duration.ofSeconds(3);
    Duration lateness = Duration.ofSeconds(1);
    final Set<String> callbackHosts = new TreeSet<>();
    boolean callbackAnyCertificate;
    private int callbackAttempts = 1;
    private Duration callbackPause = Duration.ofSeconds(1);
    private Optional<Integer> httpsPort = Optional.empty();
    private Optional<Integer> proxyPort = Optional.empty();
    private Optional<Path> authority = Optional.empty();

    SandboxBuilder() {}

    /** The port to listen on; 0, the default, takes a free one. */
    public SandboxBuilder port(int port) {
        this.port = port;
        return this;
    }

    /**
     * The address of this machine to listen on; loopback by default. On another one the control addresses want a token,
     * because they rule the sandbox.
     *
     * @param host such as {@code 0.0.0.0}, which is all addresses, as containers need it
     */
    public SandboxBuilder host(String host) {
        this.host = host;
        return this;
    }

    /**
     * What the control addresses want to see as a bearer token. By default nothing on loopback, and elsewhere a token
     * that {@link Sandbox#describe()} tells as {@code controlToken}.
     */
    public SandboxBuilder controlToken(String token) {
        this.controlToken = token;
        return this;
    }

    /**
     * From what credentials, short codes and keys follow: two sandboxes of one seed have the same. It is the same for
     * all unless changed, and none is a secret.
     */
    public SandboxBuilder seed(String seed) {
        this.seed = seed;
        return this;
    }

    /**
     * Sets a credential, short code or key that shall not follow from the seed.
     *
     * @param name the market and the name in {@link Sandbox#describe()}, such as {@code kenya.consumerKey}; and
     *     {@code kenya.privateKey}, {@code vodacom.privateKey}, {@code mozambique.privateKey} for a private RSA key in
     *     PEM. A name that does not exist is refused at the start
     */
    public SandboxBuilder credential(String name, String value) {
        credentials.put(name, value);
        return this;
    }

    /**
     * Takes every consumer key, API key, login, passkey, initiator and short code for the right one, of the tenant that
     * is there from the start; who is known as another tenant stays that. Tokens and sessions still have to be fetched,
     * and end.
     */
    public SandboxBuilder acceptAnyCredential() {
        takesAnyone = true;
        return this;
    }

    /**
     * Refuses whatever breaks a rule of the documents. By default only that is refused which a gateway is known to
     * refuse, and the rest is remarked in the journal.
     */
    public SandboxBuilder strict() {
        strict = true;
        return this;
    }

    /**
     * The ports that Mozambique's operations shall have, beside the sandbox's own, which has all of them. Free ones,
     * opened when first asked for, by default.
     *
     * @param ports for each operation its port
     */
    public SandboxBuilder operationPorts(Map<String, Integer> ports) {
        operationPorts = Map.copyOf(ports);
        return this;
    }

    /** Gives Mozambique's operations the ports that they have in reality, as the spec lists them. */
    public SandboxBuilder operatorPorts() {
        return operationPorts(MozambiqueMarket.operatorPorts());
    }

    /**
     * Spoils every request to an operation, until the sandbox is reset.
     *
     * @param operation market and operation, such as {@code kenya.stkPush}
     * @param faults names of {@link Fault}
     */
    public SandboxBuilder fault(String operation, String... faults) {
        this.faults.put(operation, List.of(faults));
        return this;
    }

    /**
     * Sets what has a name.
     *
     * @param name that of a method here, such as {@code tokenLifetime}; {@code faults}; or a credential, such as
     *     {@code kenya.consumerKey}
     * @param value times such as {@code 250ms} or {@code 3s}; ports of operations {@code operator}, {@code free},
     *     {@code usual} or pairs such as {@code c2bPayment=18352}; a clock as an instant from which it goes on
     * @throws IllegalArgumentException if there is no such setting, or it cannot have this value
     */
    public SandboxBuilder set(String name, String value) {
        SandboxSettings.set(new SandboxBuilder(), name, value);
        named.put(name, value);
        return this;
    }

    /**
     * Sets all that a JSON object has, by the names of {@link #set}, with the credentials of a market as an object
     * under its name. What {@link Sandbox#describe()} tells can be given back; what it tells beyond settings, such as
     * addresses, is passed over.
     *
     * @throws IllegalArgumentException if there is no such setting, or it cannot have its value
     */
    public SandboxBuilder settings(String json) {
        SandboxSettings.read(json).forEach(this::set);
        return this;
    }

    /**
     * Sets all that variables say whose names begin with {@code MPESA_SANDBOX_}, such as {@code MPESA_SANDBOX_PORT},
     * {@code MPESA_SANDBOX_CALLBACK_DELAY} and {@code MPESA_SANDBOX_KENYA_CONSUMER_KEY}.
     *
     * @throws IllegalArgumentException if there is no such setting, or it cannot have its value
     */
    public SandboxBuilder environment(Map<String, String> variables) {
        SandboxSettings.read(variables).forEach(this::set);
        return this;
    }

    /** Gets one readable line for each request and each callback, on any thread; personal numbers are masked. */
    public SandboxBuilder log(Consumer<String> out) {
        log = new RequestLog(out);
        return this;
    }

    /** What time it is, for token expiry, timestamps and ids. Callbacks are sent by real time all the same. */
    public SandboxBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** How long a token lasts, by the clock; 3599 seconds by default. Whole seconds. */
    public SandboxBuilder tokenLifetime(Duration lifetime) {
        this.tokenLifetime = lifetime;
        return this;
    }

    /** From an acknowledgement to the settlement and its callback; 50 milliseconds by default. */
    public SandboxBuilder callbackDelay(Duration delay) {
        this.callbackDelay = delay;
        return this;
    }

    /**
     * How long a prompt waits on a phone that nobody answers; half a second by default, a minute or more in reality.
     */
    public SandboxBuilder promptTimeout(Duration timeout) {
        this.promptTimeout = timeout;
        return this;
    }

    /** How long a C2B validation address may take to answer; 8 seconds by default, as in reality. */
    public SandboxBuilder validationTimeout(Duration timeout) {
        this.validationTimeout = timeout;
        return this;
    }

    /** How long {@link Fault#SLOW} holds back an answer; 3 seconds by default. */
    public SandboxBuilder slowness(Duration slowness) {
        this.slowness = slowness;
        return this;
    }

    /** How much later {@link Fault#LATE_CALLBACK} sends a callback; one second by default. */
    public SandboxBuilder lateness(Duration lateness) {
        this.lateness = lateness;
        return this;
    }

    /** Opens {@link Sandbox#httpsUrl()} at the start, on this port; 0 takes a free one. */
    public SandboxBuilder httpsPort(int port) {
        httpsPort = Optional.of(port);
        return this;
    }

    /** Opens {@link Sandbox#proxyUrl()} at the start, on this port; 0 takes a free one. */
    public SandboxBuilder proxyPort(int port) {
        proxyPort = Optional.of(port);
        return this;
    }

    /**
     * Keeps the certificate authority in this folder, so that clients need to be told only once to trust it: its
     * certificate in {@code ca.pem}, its key in a file that only its owner may read, and beside them a certificate and
     * key of {@code localhost} for servers that take callbacks. Without a folder each start makes another authority.
     */
    public SandboxBuilder authority(Path folder) {
        authority = Optional.of(folder);
        return this;
    }

    /**
     * Adds hosts that callbacks may go to beside loopback, over http and https, at any port. A callback to any other
     * host is written into the journal and not sent.
     *
     * @throws IllegalArgumentException if one has a scheme, a port or a path
     */
    public SandboxBuilder callbackHosts(String... hosts) {
        for (String name : hosts) {
            if (!name.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]")) {
                throw new IllegalArgumentException(
                        "callbackHosts must be names or addresses without scheme, port and path; \"" + name
                                + "\" is none");
            }
            callbackHosts.add(name.toLowerCase(Locale.ROOT));
        }
        return this;
    }

    /**
     * Delivers callbacks over https whatever certificate the receiver shows. Otherwise it has to be one of
     * {@link Sandbox#certificateAuthority()}, or one that this machine trusts.
     */
    public SandboxBuilder callbackAnyCertificate() {
        callbackAnyCertificate = true;
        return this;
    }

    /**
     * How often a callback is tried whose receiver is not reached, or answers with a status outside 200 to 299. Once by
     * default: the operators print that they do not try again; some merchants report three times.
     */
    public SandboxBuilder callbackAttempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("a callback is tried at least once, not " + attempts + " times");
        }
        callbackAttempts = attempts;
        return this;
    }

    /** How long it waits between two attempts; one second by default. */
    public SandboxBuilder callbackPause(Duration pause) {
        callbackPause = pause;
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @throws RuntimeException if a port is taken
     */
    public Sandbox start() {
        SandboxSettings.apply(named, this);
        return new Sandbox(this);
    }

    TlsSettings tls() {
        return new TlsSettings(httpsPort, proxyPort, authority);
    }

    Attempts attempts() {
        return new Attempts(callbackAttempts, callbackPause);
    }
}
