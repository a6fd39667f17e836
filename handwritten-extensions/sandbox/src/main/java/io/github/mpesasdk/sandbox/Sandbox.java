package io.github.mpesasdk.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.market.Commands;
import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.ServerAddress;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueMarket;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.tls.ReachableHost;
import io.github.mpesasdk.sandbox.tls.TlsEndpoints;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import javax.net.ssl.SSLContext;

/**
 * An M-Pesa of your own, on a port of this machine. By default it listens on loopback, has the same credentials at
 * every start, and connects to nothing but loopback and the hosts of {@link SandboxBuilder#callbackHosts}. Safe for use
 * by several threads; {@link #close()} stops it.
 */
public final class Sandbox implements AutoCloseable {

    private final CallbackThreads threads = new CallbackThreads();
    private final String host;
    private volatile boolean ready;
    private final FurtherPorts ports;
    private final Tenants tenants;
    private final Listener listener;
    private final ControlGuard guard;
    private final TlsEndpoints tls;

    Sandbox(SandboxBuilder asked) {
        HostCheck.check(asked.host);
        host = ReachableHost.inUrl(asked.host);
        guard = ControlGuard.of(asked.host, asked.controlToken);
        tls = new TlsEndpoints(asked.tls(), asked.host, this::port, this::operators);
        CallbackSender sender = new CallbackSender(
                asked.callbackHosts, asked.callbackAnyCertificate ? TlsEndpoints::trustfulClient : tls::client);
        IntFunction<Listener> opener = port -> new Listener(asked.host, port, router(asked));
        ports = new FurtherPorts(asked.operationPorts, opener);
        tenants = new Tenants(
                new TenantMarketFactory(asked, threads, ports, sender),
                Credentials.of(asked.seed, asked.credentials),
                this::baseUrl);
        asked.faults.forEach(this::spoil);
        listener = opener.apply(asked.port);
        try {
            ports.openAsked(tenants.first().gateway(MozambiqueMarket.class).operationIds());
            tls.open();
            ready = true;
        } catch (RuntimeException taken) {
            close();
            throw taken;
        }
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
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /** Where the sandbox listens, such as {@code http://127.0.0.1:49152}, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://" + host + ":" + listener.port());
    }

    /**
     * The same behind TLS, such as {@code https://127.0.0.1:49153}, for clients that trust
     * {@link #certificateAuthority()}. The port opens with the first call, if the builder did not ask for one.
     */
    public URI httpsUrl() {
        return tls.httpsUrl();
    }

    /**
     * A proxy, such as {@code http://127.0.0.1:49154}, that leads the host names and ports of the operators to this
     * sandbox, and everything else nowhere: for clients that trust {@link #certificateAuthority()} and have the
     * operator's address built in. It opens with the first call, if the builder did not ask for one.
     */
    public URI proxyUrl() {
        return tls.proxyUrl();
    }

    /** The certificate, in PEM, of the authority that signed those of {@link #httpsUrl()} and {@link #proxyUrl()}. */
    public String certificateAuthority() {
        return tls.authority().pem();
    }

    /**
     * What a server of a test needs to take callbacks over https: a certificate of the authority for {@code localhost}
     * and the addresses of loopback, or for a name that ends in {@code .test}, {@code .internal} or {@code .localhost}.
     */
    public SSLContext receiverContext(String host) {
        return tls.server(host);
    }

    /** Kenya: Safaricom's Daraja gateway. */
    public KenyaSandbox kenya() {
        return tenants.first().kenya();
    }

    /** Tanzania, Ghana, Lesotho, the DRC and Mozambique: the M-Pesa OpenAPI. */
    public VodacomSandbox vodacom() {
        return tenants.first().vodacom();
    }

    /** Mozambique's own API. */
    public MozambiqueSandbox mozambique() {
        return tenants.first().mozambique();
    }

    /** The DRC: Vodacom's SOAP gateway. */
    public DrcSandbox drc() {
        return tenants.first().drc();
    }

    /**
     * A user of this sandbox with credentials, phones, books, faults and a journal of its own; made when it is first
     * asked for. Its credentials follow from the seed and the name.
     *
     * @param name 1 to 60 letters, digits, - and _; {@code default} is the one that this class itself stands for
     * @throws IllegalArgumentException if the name is none, or there are 500 already
     */
    public Tenant tenant(String name) {
        return tenants.open(name, Map.of()).tenant();
    }

    /**
     * Everything that another process needs to use the sandbox, as one JSON object on one line: {@code baseUrl}, and
     * for each market its address, credentials, public keys and certificate.
     */
    public String describe() {
        return description(tenants.first(), baseUrl().toString()).toString();
    }

    /** The variables in which clients of this project look for the same, in a form for others to read. */
    public String environment(EnvironmentForm form) {
        return form.write(tenants.first().environment(baseUrl().toString()));
    }

    /**
     * Begins anew: clears faults, planned answers, phones, ledger and journal of all tenants, and forgets callbacks not
     * yet sent. Credentials, apps and tokens stay valid.
     */
    public void reset() {
        tenants.all().forEach(Tenant::reset);
    }

    /** Stops the server. Callbacks not yet sent are dropped. */
    @Override
    public void close() {
        tls.close();
        listener.close();
        ports.close();
        tenants.close();
        threads.close();
    }

    private void spoil(String operation, List<String> faults) {
        String[] place = operation.split("\\.", 2);
        TenantMarket tenantMarket = tenants.first()
                .market(place[0])
                .filter(market -> place.length == 2)
                .orElseThrow(() -> new IllegalArgumentException(
                        "faults: no operation " + operation + "; one reads market.operation, such as kenya.stkPush"));
        try {
            tenantMarket
                    .faults()
                    .always(
                            place[1],
                            faults.stream()
                                    .map(fault -> Commands.oneOf(Fault.class, "fault", new JsonPrimitive(fault)))
                                    .toArray(Fault[]::new));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("faults: " + e.getMessage(), e);
        }
    }

    private Router router(SandboxBuilder asked) {
        return new Router(
                tenants,
                new ControlEndpoints(tenants, guard, this::description, tls::baseUrl, () -> ready),
                new WireAnswers(asked.slowness),
                asked.clock);
    }

    private int port() {
        return listener.port();
    }

    /** Where each address of an operator is in here. */
    private Map<String, IntSupplier> operators() {
        Map<String, IntSupplier> leading = new HashMap<>();
        for (TenantMarket tenantMarket : tenants.first().markets()) {
            Gateway market = tenantMarket.gateway();
            for (ServerAddress server : market.spec().servers()) {
                IntSupplier here = () -> server.operationId()
                        .map(id -> market.portOf(id, port()))
                        .orElseGet(this::port);
                leading.putIfAbsent(server.host() + ":" + server.port(), here);
            }
        }
        return leading;
    }

    private JsonObject description(Tenant tenant, String baseUrl) {
        JsonObject description = new JsonObject();
        description.addProperty("baseUrl", baseUrl);
        tls.describe(description);
        description.addProperty("tenant", tenant.name());
        description.addProperty("address", baseUrl + Tenants.ADDRESSES + tenant.name());
        description.addProperty("controls", baseUrl + ControlEndpoints.of(tenant));
        guard.token().ifPresent(token -> description.addProperty("controlToken", token));
        tenant.describe(baseUrl).asMap().forEach(description::add);
        return description;
    }
}
