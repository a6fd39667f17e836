package io.github.mpesasdk.sandbox;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.drc.DrcMarket;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaMarket;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.Ports;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueMarket;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomMarket;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * An M-Pesa of your own, on a port of this machine. It listens on loopback only, makes its own credentials at each
 * start, and connects to nothing but loopback. Safe for use by several threads; {@link #close()} stops it.
 */
public final class Sandbox implements AutoCloseable {

    private final Function<IntSupplier, Router> router;
    private final Listener listener;
    private final List<Listener> more = new CopyOnWriteArrayList<>();
    private final KenyaSandbox kenya;
    private final VodacomSandbox vodacom;
    private final MozambiqueSandbox mozambique;
    private final DrcSandbox drc;
    private final List<Stall<?>> stalls;
    private final URI baseUrl;

    private Sandbox(Builder asked) {
        Stall<KenyaMarket> inKenya = asked.stall(KenyaMarket::new, this::open);
        Stall<VodacomMarket> atVodacom = asked.stall(VodacomMarket::new, this::open);
        Stall<MozambiqueMarket> inMozambique = asked.stall(MozambiqueMarket::new, this::open);
        Stall<DrcMarket> inDrc = asked.stall(DrcMarket::new, this::open);
        stalls = List.of(inKenya, atVodacom, inMozambique, inDrc);
        ControlEndpoints control = new ControlEndpoints(stalls, this::description);
        WireAnswers wire = new WireAnswers(asked.slowness);
        router = port -> new Router(stalls, control, wire, asked.clock, port);
        listener = new Listener(asked.port, router);
        baseUrl = URI.create("http://" + Listener.LOOPBACK + ":" + listener.port());
        kenya = new KenyaSandbox(inKenya.at(baseUrl), inKenya.market());
        vodacom = new VodacomSandbox(atVodacom.at(baseUrl), atVodacom.market());
        mozambique = new MozambiqueSandbox(inMozambique.at(baseUrl), inMozambique.market());
        drc = new DrcSandbox(inDrc.at(baseUrl), inDrc.market());
    }

    /** Starts a sandbox on a free port. */
    public static Sandbox start() {
        return builder().start();
    }

    /**
     * Starts a sandbox on a given port.
     *
     * @throws RuntimeException if the port is taken
     */
    public static Sandbox start(int port) {
        return builder().port(port).start();
    }

    /** Starts a sandbox that differs from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where the sandbox listens, such as {@code http://127.0.0.1:49152}, without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** Kenya: Safaricom's Daraja gateway. */
    public KenyaSandbox kenya() {
        return kenya;
    }

    /** Tanzania, Ghana, Lesotho, the DRC and Mozambique: the M-Pesa OpenAPI. */
    public VodacomSandbox vodacom() {
        return vodacom;
    }

    /** Mozambique's own API. */
    public MozambiqueSandbox mozambique() {
        return mozambique;
    }

    /** The DRC: Vodacom's SOAP gateway. */
    public DrcSandbox drc() {
        return drc;
    }

    /**
     * Everything that another process needs to use the sandbox, as one JSON object on one line: {@code baseUrl}, and
     * for each market its address, credentials, public keys and certificate.
     */
    public String describe() {
        return description().toString();
    }

    /**
     * Begins anew: clears faults, told answers, phones, ledger and journal, and forgets callbacks not yet sent.
     * Credentials, apps and tokens stay valid.
     */
    public void reset() {
        stalls.forEach(Stall::reset);
    }

    /** Stops the server. Callbacks not yet sent are dropped. */
    @Override
    public void close() {
        listener.close();
        more.forEach(Listener::close);
        stalls.forEach(stall -> stall.callbacks().close());
    }

    private int open() {
        Listener further = new Listener(0, router);
        more.add(further);
        return further.port();
    }

    private JsonObject description() {
        JsonObject description = new JsonObject();
        description.addProperty("baseUrl", baseUrl.toString());
        for (Stall<?> stall : stalls) {
            description.add(stall.market().name(), stall.market().describe(baseUrl.toString()));
        }
        return description;
    }

    /** What to change from the defaults. */
    public static final class Builder {

        private int port;
        private Clock clock = Clock.systemUTC();
        private Duration tokenLifetime = Duration.ofSeconds(3599);
        private Duration callbackDelay = Duration.ofMillis(50);
        private Duration promptTimeout = Duration.ofMillis(500);
        private Duration validationTimeout = Duration.ofSeconds(8);
        private Duration slowness = Duration.ofSeconds(3);
        private Duration lateness = Duration.ofSeconds(1);

        private Builder() {}

        /** The port to listen on; 0, the default, takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** What time it is, for token expiry, timestamps and ids. Callbacks are sent by real time all the same. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** How long a token lasts, by the clock; 3599 seconds by default. Whole seconds. */
        public Builder tokenLifetime(Duration lifetime) {
            this.tokenLifetime = lifetime;
            return this;
        }

        /** From an acknowledgement to the settlement and its callback; 50 milliseconds by default. */
        public Builder callbackDelay(Duration delay) {
            this.callbackDelay = delay;
            return this;
        }

        /**
         * How long a prompt waits on a phone that nobody answers; half a second by default, a minute or more in
         * reality.
         */
        public Builder promptTimeout(Duration timeout) {
            this.promptTimeout = timeout;
            return this;
        }

        /** How long a C2B validation address may take to answer; 8 seconds by default, as in reality. */
        public Builder validationTimeout(Duration timeout) {
            this.validationTimeout = timeout;
            return this;
        }

        /** How long {@link Fault#SLOW} holds back an answer; 3 seconds by default. */
        public Builder slowness(Duration slowness) {
            this.slowness = slowness;
            return this;
        }

        /** How much later {@link Fault#LATE_CALLBACK} sends a callback; one second by default. */
        public Builder lateness(Duration lateness) {
            this.lateness = lateness;
            return this;
        }

        private <M extends Gateway> Stall<M> stall(Function<MarketContext, M> maker, Ports ports) {
            Journal journal = new Journal();
            CallbackQueue callbacks = new CallbackQueue(clock, lateness, journal);
            MarketContext context = new MarketContext(
                    clock, tokenLifetime, callbackDelay, promptTimeout, validationTimeout, callbacks, ports);
            M market = maker.apply(context);
            return new Stall<>(
                    market, new Faults(market.operationIds()), new Answers(market.operationIds()), journal, callbacks);
        }

        /**
         * Starts the sandbox.
         *
         * @throws RuntimeException if the port is taken
         */
        public Sandbox start() {
            return new Sandbox(this);
        }
    }
}
