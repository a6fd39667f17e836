package io.github.mpesasdk.sandbox;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.drc.DrcMarket;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaMarket;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueMarket;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomMarket;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One user of a sandbox: credentials of its own, and with them phones, books, faults, told answers and a journal of its
 * own, so that several test runs share one server without noticing each other. A request belongs to the tenant whose
 * credentials it shows. Safe for use by several threads.
 */
public final class Tenant {

    /** What tells whose a request is. */
    private static final Set<String> CALLERS =
            Set.of("kenya.consumerKey", "vodacom.apiKey", "mozambique.apiKey", "drc.username");

    private final String name;
    private final Credentials credentials;
    private final List<Stall<?>> stalls;
    private final KenyaSandbox kenya;
    private final VodacomSandbox vodacom;
    private final MozambiqueSandbox mozambique;
    private final DrcSandbox drc;

    Tenant(String name, Credentials credentials, StallFactory factory, Supplier<URI> address) {
        this.name = name;
        this.credentials = credentials;
        Executor workers = factory.threadsOfTenant();
        Stall<KenyaMarket> inKenya = factory.open(name, credentials, workers, KenyaMarket::new);
        Stall<VodacomMarket> atVodacom = factory.open(name, credentials, workers, VodacomMarket::new);
        Stall<MozambiqueMarket> inMozambique = factory.open(name, credentials, workers, MozambiqueMarket::new);
        Stall<DrcMarket> inDrc = factory.open(name, credentials, workers, DrcMarket::new);
        credentials.refuseUnknown();
        stalls = List.of(inKenya, atVodacom, inMozambique, inDrc);
        kenya = new KenyaSandbox(inKenya.at(address), inKenya.market());
        vodacom = new VodacomSandbox(atVodacom.at(address), atVodacom.market());
        mozambique = new MozambiqueSandbox(inMozambique.at(address), inMozambique.market());
        drc = new DrcSandbox(inDrc.at(address), inDrc.market());
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
     * Begins anew: clears faults, told answers, phones, ledger and journal, and forgets callbacks not yet sent.
     * Credentials, apps and tokens stay valid.
     */
    public void reset() {
        stalls.forEach(Stall::reset);
    }

    List<Stall<?>> stalls() {
        return stalls;
    }

    /** What it keeps for a market, if there is such a market. */
    Optional<Stall<?>> stall(String market) {
        return stalls.stream()
                .filter(stall -> stall.market().name().equals(market))
                .findFirst();
    }

    /** Each market's address and credentials. */
    JsonObject describe(String baseUrl) {
        JsonObject description = new JsonObject();
        stalls.forEach(
                stall -> description.add(stall.market().name(), stall.market().describe(baseUrl)));
        return description;
    }

    /** The variables in which clients of this project look for the credentials, and where the sandbox is. */
    Map<String, String> environment(String baseUrl) {
        Map<String, String> variables = new TreeMap<>();
        stalls.forEach(stall -> variables.putAll(stall.market().environment()));
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
