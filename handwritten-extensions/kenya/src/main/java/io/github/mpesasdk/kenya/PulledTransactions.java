package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.PullQueryAnswer;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import java.util.List;
import java.util.Optional;

/** Reads the payments that a query of the Pull API lists, in whatever way it says that there are none. */
final class PulledTransactions {

    private PulledTransactions() {}

    /** The receipt of a row; empty where it has none, or a placeholder. */
    static Optional<String> receipt(PulledTransaction row) {
        return Optional.ofNullable(row.transactionId())
                .filter(text -> text.matches("[A-Za-z0-9]{10}") && !text.matches("0+"));
    }

    static List<PulledTransaction> of(PullQueryAnswer answer) {
        return Optional.ofNullable(answer.response()).orElse(List.of()).stream()
                .flatMap(List::stream)
                .toList();
    }
}
