package io.github.mpesasdk.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one client behaves; what is not set is as its builder has it.
 *
 * @param timeout the longest that one HTTP call may take.
 * @param pollAfter how long a waiting payment leaves the callback to come before it asks the gateway.
 * @param journalAs whose payments these are in a journal that several merchants share. Default: the short code.
 * @param reconciler whether this process asks by itself what became of open payments. Default: true.
 * @param reconcileAfter how long a payment is left to its callback before the reconciler asks.
 * @param questionsPerSecond how many questions a second the reconciler asks at most.
 * @param needsPersonAfter how old an open payment is when it is left to a person.
 */
public record ClientProperties(
        @Nullable Duration timeout,
        @Nullable Duration pollAfter,
        @Nullable String journalAs,
        @Nullable Boolean reconciler,
        @Nullable Duration reconcileAfter,
        @Nullable Integer questionsPerSecond,
        @Nullable Duration needsPersonAfter) {

    static final ClientProperties NONE = new ClientProperties(null, null, null, null, null, null, null);
}
