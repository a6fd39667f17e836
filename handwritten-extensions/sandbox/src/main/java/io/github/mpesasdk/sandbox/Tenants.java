package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** Who uses a sandbox: one tenant from the start, and those that somebody asks for. Safe for use by several threads. */
final class Tenants {

    /** The tenant that is there from the start, who also gets the requests of strangers. */
    static final String FIRST = "default";

    /** Before a tenant's name, in the address under which all requests are its own, whatever they show. */
    static final String ADDRESSES = "/_tenants/";

    private static final int MOST = 500;
    private static final String NAME = "[A-Za-z0-9_-]{1,60}";

    private final TenantMarketFactory factory;
    private final Credentials credentials;
    private final Supplier<URI> address;
    private final Tenant first;
    private final Map<String, Tenant> further = new ConcurrentSkipListMap<>();
    private int unnamed;

    Tenants(TenantMarketFactory factory, Credentials credentials, Supplier<URI> address) {
        this.factory = factory;
        this.credentials = credentials;
        this.address = address;
        this.first = new Tenant(FIRST, credentials, factory, address);
    }

    Tenant first() {
        return first;
    }

    List<Tenant> all() {
        List<Tenant> all = new ArrayList<>(further.values());
        all.add(0, first);
        return all;
    }

    Optional<Tenant> find(String name) {
        return name.equals(FIRST) ? Optional.of(first) : Optional.ofNullable(further.get(name));
    }

    /** A name that nobody has. */
    synchronized String freeName() {
        String name;
        do {
            name = "tenant-" + ++unnamed;
        } while (further.containsKey(name));
        return name;
    }

    /**
     * The tenant of a name; made if there is none.
     *
     * @param settings what its credentials shall be, where they shall not follow from the seed
     * @throws IllegalArgumentException if the name or a setting is not possible, or another tenant has a credential
     */
    synchronized Opening open(String name, Map<String, String> settings) {
        Optional<Tenant> known = find(name);
        if (known.isPresent()) {
            if (!settings.isEmpty()) {
                throw new IllegalArgumentException("there is a tenant " + name + " already; remove it first");
            }
            return new Opening(known.get(), false);
        }
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("a tenant's name has 1 to 60 letters, digits, - and _");
        }
        if (further.size() >= MOST) {
            throw new IllegalArgumentException("there are " + MOST + " tenants, which is the most; remove one first");
        }
        Tenant tenant = new Tenant(name, credentials.forTenant(name, settings), factory, address);
        if (all().stream().anyMatch(tenant::isMistakenFor)) {
            throw new IllegalArgumentException("another tenant has one of these credentials");
        }
        further.put(name, tenant);
        return new Opening(tenant, true);
    }

    /** A tenant, and whether it was made just now. */
    record Opening(Tenant tenant, boolean isNew) {}

    /** Forgets a tenant, and its callbacks that are not yet sent. */
    boolean remove(String name) {
        Tenant tenant = further.remove(name);
        if (tenant != null) {
            tenant.markets().forEach(market -> {
                market.callbacks().close();
                market.gateway().reset(); // Callers who wait for a prompt get their answer now.
            });
        }
        return tenant != null;
    }

    /** Whose a request to a market is. Somebody whom nobody knows is a stranger at the first tenant's. */
    Tenant of(String market, MarketRequest request) {
        return further.values().stream()
                .filter(tenant -> tenant.market(market).orElseThrow().gateway().knows(request))
                .findFirst()
                .orElse(first);
    }

    void close() {
        all().forEach(tenant ->
                tenant.markets().forEach(market -> market.callbacks().close()));
    }
}
