package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.daraja.api.PullApi;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.PullQueryAnswer;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.runtime.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the payments that a query of the Pull API lists, in whatever way it says that there are none. */
final class PulledTransactions {

    private static final String NONE = "1001";
    private static final int MOST_DIGITS = 12;

    private PulledTransactions() {}

    /** The receipt of a row; empty where it has none, or a placeholder. */
    static Optional<String> receipt(PulledTransaction row) {
        return receipt(row.transactionId());
    }

    /** A receipt in the one spelling in which two of them are compared; empty for anything else. */
    static Optional<String> receipt(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(told -> told.strip().toUpperCase(Locale.ROOT))
                .filter(told -> told.matches("[A-Z0-9]{10}") && !told.matches("0+"));
    }

    /** Whether it is an amount of shillings that a payment can have. */
    static boolean isMoney(@Nullable BigDecimal amount) {
        return amount != null
                && amount.signum() > 0
                && amount.precision() <= 2 * MOST_DIGITS
                && amount.precision() - (long) amount.scale() <= MOST_DIGITS
                && amount.stripTrailingZeros().scale() <= 2;
    }

    /** Asks for a page of the list. */
    static Inquiry<DarajaCallback, List<PulledTransaction>> inquiry(
            String call, Operation<?, ?> operation, Draft.Content content) {
        return new Inquiry<>(
                call,
                operation,
                content,
                answer -> Optional.of(of(PullQueryAnswer.ADAPTER.of(answer))),
                nobody -> List.of());
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
