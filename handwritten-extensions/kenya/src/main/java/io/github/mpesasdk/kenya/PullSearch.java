package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Search;
import io.github.mpesasdk.daraja.api.PullApi;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.PullQueryAnswer;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a push, whose acknowledgement and callback were lost, among the payments that its short code received about
 * that time. Only a single payment of the same amount, by the same customer, under the same reference settles it; that
 * none is there settles nothing, for the customer may still pay.
 */
final class PullSearch implements Search<DarajaCallback> {

    // Clocks differ, and a customer may take some minutes.
    private static final Duration BEFORE = Duration.ofMinutes(2);
    private static final Duration AFTER = Duration.ofMinutes(10);
    // Whether the gateway means its Z is not documented.
    private static final Duration EAST_AFRICA = Duration.ofHours(3);
    private static final int MOST_PAGES = 50;
    // One of those that were not read may fit too.
    private static final String NOT_ALL =
            "Not all payments that its short code received about that time could be read, so none is taken for it.";

    private final JsonObject sent;
    private final Reference reference;
    private final Instant at;

    PullSearch(JsonObject sent, Reference reference, Instant at) {
        this.sent = new JsonObject();
        for (String field : List.of("PartyA", "PartyB", "Amount", "AccountReference")) {
            this.sent.addProperty(field, sent.get(field).getAsString());
        }
        this.reference = reference;
        this.at = at;
    }

    private String said(String field) {
        return sent.get(field).getAsString();
    }

    @Override
    public String looks() {
        return sent.toString();
    }

    @Override
    public CompletableFuture<Outcome> run(Asker<DarajaCallback> asker) {
        return next(asker, new LinkedHashSet<>(), 0, 0);
    }

    // Rows come in pages of an unknown size: the last one brings nothing new.
    private CompletableFuture<Outcome> next(
            Asker<DarajaCallback> asker, Set<PulledTransaction> known, int rows, int pages) {
        return asker.ask(inquiry(rows)).thenCompose(page -> {
            if (page.isEmpty()) {
                return CompletableFuture.completedFuture(judge(known));
            }
            // A page that brings nothing new is the first one again: nobody knows what is behind it.
            return !known.addAll(page) || pages == MOST_PAGES
                    ? CompletableFuture.completedFuture(unknown(NOT_ALL))
                    : next(asker, known, rows + page.size(), pages + 1);
        });
    }

    private Inquiry<DarajaCallback, ?, ?, List<PulledTransaction>> inquiry(int offset) {
        JsonObject fields = new JsonObject();
        fields.addProperty("ShortCode", said("PartyB"));
        fields.addProperty("StartDate", NairobiTime.moment(at.minus(BEFORE)));
        fields.addProperty("EndDate", NairobiTime.moment(at.plus(AFTER)));
        fields.addProperty("OffSetValue", String.valueOf(offset));
        return new Inquiry<>(
                "find",
                PullApi.PULL_QUERY,
                new Draft.Content(fields, Map.of(), List.of(), null, null, null, false),
                answer -> Optional.of(rows(PullQueryAnswer.ADAPTER.fromJsonTree(answer))),
                nobody -> List.of());
    }

    // Without a list it must say that there is nothing; another form of it could hold anything.
    private static List<PulledTransaction> rows(PullQueryAnswer answer) {
        boolean isNothing =
                "1001".equals(answer.responseCode()) && answer.unknownFields().isEmpty();
        if (answer.response() == null && !isNothing) {
            throw new NoAnswerException(
                    Incident.of(DarajaDialect.MARKET, PullApi.PULL_QUERY.id())
                            .withTrouble("A page of the list of payments cannot be read."),
                    null);
        }
        return PulledTransactions.of(answer);
    }

    private Outcome judge(Set<PulledTransaction> found) {
        List<PulledTransaction> fitting = found.stream().filter(this::fits).toList();
        Optional<String> receipt = fitting.stream()
                .map(PulledTransaction::transactionId)
                .filter(text -> text != null && text.matches("[A-Za-z0-9]{10}") && !text.matches("0+"))
                .findFirst();
        boolean hasRival = found.stream().filter(this::mayFit).count() > fitting.size();
        if (fitting.size() != 1 || hasRival || receipt.isEmpty()) {
            String many = fitting.isEmpty() ? "none of them fits; it may still be paid" : "more than one may be it";
            return unknown("Its short code received " + found.size() + " payments about that time, and " + many + ".");
        }
        PulledTransaction payment = fitting.get(0);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("transactionId", receipt.get());
        details.put("trxDate", String.valueOf(payment.transactionDate()));
        details.put("amount", String.valueOf(payment.amount()));
        details.put("billreference", String.valueOf(payment.billReference()));
        return new Succeeded(reference, null, receipt.get(), details);
    }

    private Unknown unknown(String why) {
        return new Unknown(reference, Reason.of(Reason.Kind.NOT_FINAL, why));
    }

    private boolean fits(PulledTransaction row) {
        BigDecimal amount = row.amount();
        return amount != null
                && amount.compareTo(new BigDecimal(said("Amount"))) == 0
                && said("AccountReference").equals(row.billReference())
                && isOurs(row.msisdn())
                && isInTime(row.transactionDate());
    }

    // What cannot be told apart from the payment, because a part of it is missing, masked or spelt otherwise.
    private boolean mayFit(PulledTransaction row) {
        BigDecimal amount = row.amount();
        String label = row.billReference();
        return (amount == null || amount.compareTo(new BigDecimal(said("Amount"))) == 0)
                && (label == null || label.strip().equalsIgnoreCase(said("AccountReference")))
                && (isOurs(row.msisdn()) || !isPlain(row.msisdn()))
                && (isInTime(row.transactionDate())
                        || NairobiTime.instant(row.transactionDate()).isEmpty());
    }

    private static boolean isPlain(@Nullable TextOrNumber msisdn) {
        return msisdn != null && msisdn.text().matches("\\d+");
    }

    // Seen with the country code, with a zero in its place, and without either.
    private boolean isOurs(@Nullable TextOrNumber msisdn) {
        String ours = said("PartyA").substring(3);
        return msisdn != null && List.of("254" + ours, "0" + ours, ours).contains(msisdn.text());
    }

    private boolean isInTime(@Nullable String moment) {
        return NairobiTime.instant(moment)
                .filter(when -> isAbout(when) || isAbout(when.minus(EAST_AFRICA)))
                .isPresent();
    }

    private boolean isAbout(Instant when) {
        return !when.isBefore(at.minus(BEFORE)) && !when.isAfter(at.plus(AFTER));
    }

    @Override
    public String toString() {
        return "PullSearch[***]";
    }
}
