package io.github.mpesasdk.sandbox;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.drc.DrcMarket;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaMarket;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.MarketServer;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueMarket;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomMarket;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One user of a sandbox: credentials of its own, and with them phones, books, faults, planned answers and a journal of
 * its own, so that several test runs share one server without noticing each other. A request belongs to the tenant
 * whose credentials it shows. Safe for use by several threads.
 */
public final class Tenant {

    /** What tells whose a request is. */
    private static final Set<String> CALLERS =
            Set.of("kenya.consumerKey", "vodacom.apiKey", "mozambique.apiKey", "drc.username");

    private final String name;
    private final Credentials credentials;
    private final List<TenantMarket> markets;
    private final KenyaSandbox kenya;
    private final VodacomSandbox vodacom;
    private final MozambiqueSandbox mozambique;
    private final DrcSandbox drc;

    Tenant(String name, Credentials credentials, TenantMarketFactory factory, Supplier<URI> address) {
        this.name = name;
        this.credentials = credentials;
        Executor workers = factory.threadsOfTenant();
        markets = Markets.ALL.values().stream()
                .map(market -> factory.open(name, credentials, workers, market))
                .toList();
        credentials.refuseUnknown();
        kenya = new KenyaSandbox(server(KenyaMarket.NAME, address), gateway(KenyaMarket.class));
        vodacom = new VodacomSandbox(server(VodacomMarket.NAME, address), gateway(VodacomMarket.class));
        mozambique = new MozambiqueSandbox(server(MozambiqueMarket.NAME, address), gateway(MozambiqueMarket.class));
        drc = new DrcSandbox(server(DrcMarket.NAME, address), gateway(DrcMarket.class));
    }

    /** The name, by which the control addresses know it. */
    public String name() {
        return name;
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
     * Begins anew: clears faults, planned answers, phones, ledger and journal, and forgets callbacks not yet sent.
     * Credentials, apps and tokens stay valid.
     */
    public void reset() {
        markets.forEach(TenantMarket::reset);
    }

    List<TenantMarket> markets() {
        return markets;
    }

    /** What it keeps for a market, if there is such a market. */
    Optional<TenantMarket> market(String market) {
        return markets.stream()
                .filter(kept -> kept.gateway().name().equals(market))
                .findFirst();
    }

    /** The gateway of a market. */
    <G extends Gateway> G gateway(Class<G> market) {
        return markets.stream()
                .map(TenantMarket::gateway)
                .filter(market::isInstance)
                .map(market::cast)
                .findFirst()
                .orElseThrow();
    }

    private MarketServer server(String market, Supplier<URI> address) {
        return market(market).orElseThrow().at(address);
    }

    /** Each market's address and credentials. */
    JsonObject describe(String baseUrl) {
        JsonObject description = new JsonObject();
        markets.forEach(market ->
                description.add(market.gateway().name(), market.gateway().describe(baseUrl)));
        return description;
    }

    /** The variables in which clients of this project look for the credentials, and where the sandbox is. */
    Map<String, String> environment(String baseUrl) {
        Map<String, String> variables = new TreeMap<>();
        for (TenantMarket market : markets) {
            Gateway gateway = market.gateway();
            JsonObject told = gateway.describe(baseUrl);
            List<String> countries = gateway.spec().countries();
            for (String country : countries.isEmpty() ? List.of(gateway.name()) : countries) {
                String prefix = "MPESA_" + country.replace('-', '_').toUpperCase(Locale.ROOT) + "_";
                gateway.variables()
                        .forEach((name, end) ->
                                variables.put(prefix + end, told.get(name).getAsString()));
            }
        }
        variables.put("MPESA_BASE_URL", baseUrl);
        return variables;
    }

    /** Whether somebody with the same credentials could be either. */
    boolean isMistakenFor(Tenant other) {
        return credentials.shareCallerWith(other.credentials, CALLERS);
    }

    @Override
    public String toString() {
        return "Tenant[" + name + "]";
    }
}
