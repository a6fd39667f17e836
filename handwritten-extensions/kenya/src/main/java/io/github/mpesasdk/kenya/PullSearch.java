package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.flow.Search;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a push, whose acknowledgement and callback were lost, among the payments that its short code received about
 * that time. Only a single payment of the same amount, by the same customer, under the same reference settles it; that
 * none is there settles nothing, for the customer may still pay.
 *
 * @param push what the journal has of it: digests instead of the number and the reference
 * @param digest how they were digested
 */
record PullSearch(Entry push, UnaryOperator<String> digest) implements Search<DarajaCallback> {

    // The clock of the gateway may be behind: what is dated shortly before the push is read too. It settles nothing and
    // lets nothing else settle, for it may as well be an earlier payment of the same customer for the same thing.
    private static final Duration BEFORE = Duration.ofMinutes(2);
    // A customer may take some minutes.
    private static final Duration AFTER = Duration.ofMinutes(10);
    private static final int NATIONAL_DIGITS = 9;
    // One of those that were not read may fit too.
    private static final String NOT_ALL =
            "Not all payments that its short code received about that time could be read, so none is taken for it.";

    /** Whether a payment has all that the search goes by. */
    static boolean canFind(Entry push) {
        return push.traits().amount() != null
                && push.traits().account() != null
                && push.traits().label() != null
                && push.traits().receiver() != null;
    }

    @Override
    public CompletableFuture<Outcome> run(Asker<DarajaCallback> asker) {
        Instant at = push.preparedAt();
        String shortCode = String.valueOf(push.traits().receiver());
        return new PulledPayments(shortCode, at.minus(BEFORE), at.plus(AFTER), asker)
                .read()
                .thenApply(read -> read.isComplete() ? judge(read.rows()) : unknown(NOT_ALL));
    }

    private Outcome judge(Set<PulledTransaction> found) {
        List<PulledTransaction> fitting = found.stream().filter(this::fits).toList();
        Optional<String> receipt = fitting.stream()
                .flatMap(row -> PulledTransactions.receipt(row).stream())
                .findFirst();
        boolean hasRival = found.stream().filter(this::mayFit).count() > fitting.size();
        if (fitting.size() != 1 || hasRival || receipt.isEmpty()) {
            String many = fitting.isEmpty() && !hasRival
                    ? "none of them fits; it may still be paid"
                    : "which one is it cannot be told: more than one may be it, or one is dated before the push or incomplete";
            return unknown("Its short code received " + found.size() + " payments about that time, and " + many + ".");
        }
        PulledTransaction payment = fitting.get(0);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("transactionId", receipt.get());
        details.put("trxDate", String.valueOf(payment.transactionDate()));
        details.put("amount", String.valueOf(payment.amount()));
        details.put("billreference", String.valueOf(payment.billReference()));
        return new Succeeded(push.reference(), Optional.empty(), receipt, details);
    }

    private Unknown unknown(String why) {
        return new Unknown(push.reference(), Reason.of(Reason.Kind.NOT_FINAL, why));
    }

    private boolean fits(PulledTransaction row) {
        return isAmount(row.amount())
                && isLabel(row.billReference())
                && isPayer(row.msisdn())
                && isInTime(row.transactionDate(), push.preparedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    // What cannot be told apart from the payment, because a part of it is missing, masked or spelt otherwise.
    private boolean mayFit(PulledTransaction row) {
        return (row.amount() == null || isAmount(row.amount()))
                && (row.billReference() == null || isLabel(row.billReference()))
                && (isPayer(row.msisdn()) || !isPlain(row.msisdn()))
                && (isInTime(row.transactionDate(), push.preparedAt().minus(BEFORE))
                        || NairobiTime.instant(row.transactionDate()).isEmpty());
    }

    private boolean isAmount(@Nullable BigDecimal amount) {
        return amount != null
                && amount.compareTo(new BigDecimal(String.valueOf(push.traits().amount()))) == 0;
    }

    private boolean isLabel(@Nullable String label) {
        return label != null
                && digest.apply(Traits.plain(label)).equals(push.traits().label());
    }

    private static boolean isPlain(@Nullable TextOrNumber msisdn) {
        return msisdn != null && msisdn.text().matches("\\d+");
    }

    // Seen with the country code, with a zero in its place, and without either.
    private boolean isPayer(@Nullable TextOrNumber msisdn) {
        if (msisdn == null || !msisdn.text().matches("(254|0)?\\d{" + NATIONAL_DIGITS + "}")) {
            return false;
        }
        String text = msisdn.text();
        return digest.apply("254" + text.substring(text.length() - NATIONAL_DIGITS))
                .equals(push.traits().account());
    }

    private boolean isInTime(@Nullable String moment, Instant from) {
        return NairobiTime.instant(moment)
                .filter(when -> isBetween(from, when) || isBetween(from, when.minus(NairobiTime.AHEAD_OF_UTC)))
                .isPresent();
    }

    private boolean isBetween(Instant from, Instant when) {
        return !when.isBefore(from) && !when.isAfter(push.preparedAt().plus(AFTER));
    }

    @Override
    public String toString() {
        return "PullSearch[***]";
    }
}
