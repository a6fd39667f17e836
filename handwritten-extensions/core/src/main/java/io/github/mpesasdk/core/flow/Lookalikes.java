package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.core.memory.Fingerprint;
import io.github.mpesasdk.core.memory.Generations;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Payments of this client that a search could mistake for each other. Thread-safe. */
final class Lookalikes {

    private static final Duration MEMORY = Duration.ofDays(2);
    private static final int MOST = 500_000;

    private final Generations<Group> groups;

    Lookalikes(Clock clock) {
        this.groups = new Generations<>(clock, MEMORY, MOST);
    }

    /** Those that look the same, one more among them. */
    Group with(String looks, OpenPayment payment) {
        Group fresh = new Group(ConcurrentHashMap.newKeySet());
        Group group = groups.putIfAbsent(Fingerprint.of(looks), fresh).orElse(fresh);
        group.payments().add(payment);
        return group;
    }

    /** Payments that look the same. */
    record Group(Set<OpenPayment> payments) {

        /** Whether what is found may be another one of them: one that certainly failed is not. */
        boolean hasRivalOf(OpenPayment payment) {
            return payments.stream().anyMatch(other -> other != payment && !(other.outcome() instanceof Failed));
        }

        /** Nothing was sent of it, or it was refused. */
        void forget(OpenPayment payment) {
            payments.remove(payment);
        }
    }
}
