package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import java.util.Map;
import java.util.Set;

/** A market that the sandbox speaks for. Implementations are safe for use by several threads. */
public interface SandboxMarket {

    /** Where money is counted whatever its currency. */
    String ANY_CURRENCY = "*";

    /** The market's name in {@code describe()} and in the control addresses, such as {@code kenya}. */
    String name();

    /** The operations that it serves. */
    Set<String> operationIds();

    /** Whether requests to this path are this market's. No two markets own the same path. */
    boolean owns(String path);

    /** Looks at a request without acting on it. */
    Judgement judge(MarketRequest request);

    /**
     * Acts on a request.
     *
     * @param faults those that strike this request; only the ones of a callback concern the market
     */
    MarketAnswer handle(MarketRequest request, Judgement judgement, Set<Fault> faults);

    /** The market's own wording of a fault that replaces the answer. */
    MarketAnswer misbehave(Fault fault, MarketRequest request, Judgement judgement);

    /** One answer that accepts and refuses: what both say stands in it twice, the refusal last. */
    default MarketAnswer both(MarketAnswer acceptance, MarketAnswer refusal) {
        String fields = refusal.body().isEmpty() ? "{}" : refusal.body();
        String first = acceptance.body().substring(0, acceptance.body().length() - 1);
        return acceptance.saying(first + "," + fields.substring(1));
    }

    /** Where to reach the market and which credentials to use: what another process needs to begin. */
    JsonObject describe(String baseUrl);

    /**
     * The ledgers: one for each currency in which the market keeps money apart, under its name; else one under
     * {@link #ANY_CURRENCY}.
     */
    Map<String, Ledger> ledgers();

    /** What another process may ask for, such as answering the phone. */
    Commands commands();

    /** Forgets payments, prompts and registrations; keeps credentials and tokens. */
    void reset();
}
