package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.PullQueryAnswer;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import java.util.List;
import java.util.Optional;

/** Reads the payments that a query of the Pull API lists, in whatever way it says that there are none. */
final class PulledTransactions {

    private PulledTransactions() {}

    static List<PulledTransaction> of(PullQueryAnswer answer) {
        return Optional.ofNullable(answer.response()).orElse(List.of()).stream()
                .flatMap(List::stream)
                .toList();
    }
}
