package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.daraja.api.PullApi;
import io.github.mpesasdk.daraja.model.PullQueryAnswer;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import java.util.List;
import java.util.Optional;

/** Reads the payments that a query of the Pull API lists, in whatever way it says that there are none. */
final class PulledTransactions {

    private static final String NONE = "1001";

    private PulledTransactions() {}

    /** The receipt of a row; empty where it has none, or a placeholder. */
    static Optional<String> receipt(PulledTransaction row) {
        return Optional.ofNullable(row.transactionId())
                .filter(text -> text.matches("[A-Za-z0-9]{10}") && !text.matches("0+"));
    }

    /**
     * The payments, out of the list inside the list.
     *
     * @throws NoAnswerException if there is no list, and the answer does not say that there is nothing to list: another
     *     form of it could hold anything
     */
    static List<PulledTransaction> of(PullQueryAnswer answer) {
        List<List<PulledTransaction>> response = answer.response();
        if (response != null) {
            return response.stream().flatMap(List::stream).toList();
        }
        if (!NONE.equals(answer.responseCode()) || !answer.unknownFields().isEmpty()) {
            throw new NoAnswerException(
                    Incident.of(DarajaDialect.MARKET, PullApi.PULL_QUERY.id())
                            .withTrouble("A page of the list of payments cannot be read."),
                    null);
        }
        return List.of();
    }
}
