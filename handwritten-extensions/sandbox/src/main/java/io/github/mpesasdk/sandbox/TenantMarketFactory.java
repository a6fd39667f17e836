package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.Ports;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Opens the markets of a tenant, with what the server keeps for each. */
final class TenantMarketFactory {

    private final SandboxBuilder asked;
    private final CallbackThreads threads;
    private final Ports ports;
    private final CallbackSender sender;

    TenantMarketFactory(SandboxBuilder asked, CallbackThreads threads, Ports ports, CallbackSender sender) {
        this.asked = asked;
        this.threads = threads;
        this.ports = ports;
        this.sender = sender;
    }

    /** The threads on which all markets of a tenant send. */
    Executor threadsOfTenant() {
        return threads.ofTenant();
    }

    TenantMarket open(
            String tenant,
            Credentials credentials,
            Executor workers,
            Function<MarketContext, ? extends Gateway> market) {
        Journal journal = new Journal();
        CallbackQueue callbacks = new CallbackQueue(
                threads.timer(), workers, asked.clock, asked.lateness, journal, asked.attempts(), sender);
        MarketContext context = new MarketContext(
                asked.clock,
                asked.tokenLifetime,
                asked.callbackDelay,
                asked.promptTimeout,
                asked.validationTimeout,
                callbacks,
                ports,
                credentials,
                asked.takesAnyone && tenant.equals(Tenants.FIRST));
        Gateway opened = market.apply(context);
        if (asked.strict) {
            opened.beStrict();
        }
        journal.tellTo(asked.log.of(tenant, opened.name()));
        return new TenantMarket(
                opened, new Faults(opened.operationIds()), new Answers(opened.operationIds()), journal, callbacks);
    }
}
