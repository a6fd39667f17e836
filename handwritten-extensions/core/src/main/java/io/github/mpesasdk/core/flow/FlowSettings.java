package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.callback.CallbackKeys;
import io.github.mpesasdk.journal.Journal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one client runs its payments.
 *
 * @param callbacks where the gateway is to report; null where that is not said, or not said per request
 * @param addressCheck refuses an address that this environment cannot use, with an error that names the rule
 * @param keys sign what proves the origin of callbacks
 * @param clock for forgetting what is old
 * @param pollAfter how long a waiting payment leaves the callback to come before it asks
 * @param questionRetries how a question is repeated under a fresh id; questions of other gateways are repeated by the
 *     transport
 * @param answerPatience how long the answer of a question may take that comes by callback
 * @param journal where payments are written down
 * @param journalName whose they are there; null for the market's own word
 * @param listeners who hears of settlements and of money that comes unasked
 * @param reconciling how open payments are settled by asking
 */
public record FlowSettings(
        @Nullable URI callbacks,
        Consumer<URI> addressCheck,
        CallbackKeys keys,
        Clock clock,
        Duration pollAfter,
        RetryPolicy questionRetries,
        Duration answerPatience,
        MpesaListener listener,
        Journal journal,
        @Nullable String journalName,
        Listeners listeners,
        Reconciling reconciling) {}
