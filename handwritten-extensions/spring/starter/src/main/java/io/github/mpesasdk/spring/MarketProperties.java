package io.github.mpesasdk.spring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the properties of all markets have in common. */
interface MarketProperties<P extends MarketProperties<P>> {

    /** Where callbacks arrive. */
    @Nullable
    CallbackProperties callbacks();

    /** How the client behaves. */
    @Nullable
    ClientProperties client();

    /** More clients, by name. */
    @Nullable
    Map<String, P> tenants();

    /** Whether anything is set for the client that has no name. */
    boolean isConfigured();

    /** The further clients; none where nothing is said. */
    default Map<String, P> named() {
        Map<String, P> tenants = tenants();
        return tenants == null ? Map.of() : tenants;
    }
}
