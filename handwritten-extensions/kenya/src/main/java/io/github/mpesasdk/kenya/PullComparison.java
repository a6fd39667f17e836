package io.github.mpesasdk.kenya;

import static java.lang.System.Logger.Level.WARNING;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.flow.Comparison;
import io.github.mpesasdk.core.flow.Search;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.NoValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Lists what a short code received, by the Pull API.
 *
 * @param shortCode the one that collects
 */
record PullComparison(String shortCode) implements Comparison<DarajaCallback> {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    @Override
    public CompletableFuture<List<CustomerPayment>> between(
            Instant from, Instant until, Search.Asker<DarajaCallback> asker) {
        return new PulledPayments(shortCode, from, until, asker).read().thenApply(read -> {
            if (!read.isComplete()) {
                throw new IllegalStateException("not all pages of the list could be read");
            }
            return read.rows().stream()
                    .flatMap(row -> payment(row, from, until).stream())
                    .toList();
        });
    }

    // A row without a receipt or an amount is none that could be told from others.
    private Optional<CustomerPayment> payment(PulledTransaction row, Instant from, Instant until) {
        BigDecimal amount = row.amount();
        Optional<String> receipt = PulledTransactions.receipt(row);
        if (amount == null || !PulledTransactions.isMoney(amount) || receipt.isEmpty()) {
            LOG.log(
                    WARNING,
                    "kenya: a row of the list of payments has no receipt or amount that could be booked: {0}",
                    CleanText.oneLine(String.valueOf(row.transactionId())));
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

    // What a list has was paid in the time that it was asked for.
    private static Instant at(Instant written, Instant from, Instant until) {
        Instant asInNairobi = written.minus(NairobiTime.AHEAD_OF_UTC);
        return written.isAfter(until) && !asInNairobi.isBefore(from) ? asInNairobi : written;
    }
}
