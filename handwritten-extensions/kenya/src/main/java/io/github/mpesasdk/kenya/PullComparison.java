package io.github.mpesasdk.kenya;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.flow.Comparison;
import io.github.mpesasdk.core.flow.Search;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.runtime.NoValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Lists what a short code received, by the Pull API.
 *
 * @param shortCode the one that collects
 */
record PullComparison(String shortCode) implements Comparison<DarajaCallback> {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    // In a longer one, the same date could be a time in UTC and another in Nairobi.
    private static final Duration LONGEST_WINDOW = Duration.ofHours(2);

    @Override
    public CompletableFuture<List<CustomerPayment>> between(
            Instant from, Instant until, Search.Asker<DarajaCallback> asker) {
        Instant end = from.plus(LONGEST_WINDOW);
        return end.isBefore(until)
                ? window(from, end, asker).thenCompose(first -> between(end, until, asker)
                        .thenApply(others ->
                                Stream.concat(first.stream(), others.stream()).toList()))
                : window(from, until, asker);
    }

    private CompletableFuture<List<CustomerPayment>> window(
            Instant from, Instant until, Search.Asker<DarajaCallback> asker) {
        return new PulledPayments(shortCode, from, until, asker).read().thenApply(read -> {
            if (!read.isComplete()) {
                throw new IllegalStateException("not all pages of the list could be read");
            }
            List<CustomerPayment> payments = read.rows().stream()
                    .flatMap(row -> payment(row, from, until).stream())
                    .toList();
            int others = read.rows().size() - payments.size();
            if (others > 0) {
                LOG.log(
                        WARNING,
                        "kenya: {0} rows of the list of payments have no receipt or amount that could be booked, and are"
                                + " handed to nobody: look at the statement",
                        others);
            }
            return payments;
        });
    }

    // A row without a receipt or an amount is none that could be told from others.
    private Optional<CustomerPayment> payment(PulledTransaction row, Instant from, Instant until) {
        BigDecimal amount = row.amount();
        Optional<String> receipt = PulledTransactions.receipt(row);
        if (amount == null || !PulledTransactions.isMoney(amount) || receipt.isEmpty()) {
            return Optional.empty();
        }
        String label = row.billReference();
        return Optional.of(CustomerPayment.of(
                receipt.get(),
                amount,
                shortCode,
                label == null || NoValue.is(label) ? null : label,
                NairobiTime.instant(row.transactionDate())
                        .map(written -> at(written, from, until))
                        .orElse(until),
                CustomerPayment.Source.COMPARISON));
    }

    // The gateway lists what was paid in the window, so a date behind it is one of Nairobi.
    private static Instant at(Instant written, Instant from, Instant until) {
        Instant asInNairobi = written.minus(NairobiTime.AHEAD_OF_UTC);
        boolean isInWindow = !asInNairobi.isBefore(from.truncatedTo(ChronoUnit.SECONDS)) && !asInNairobi.isAfter(until);
        return written.isAfter(until) && isInWindow ? asInNairobi : written;
    }
}
