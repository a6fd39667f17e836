package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonArray;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Lists what customers paid to a short code, out of the ledger. */
final class Pull {

    private static final Duration MEMORY = Duration.ofDays(2);
    private static final int MOST_ROWS = 100;
    private static final Set<LedgerEntry.Kind> BY_CUSTOMERS = Set.of(LedgerEntry.Kind.STK_PUSH, LedgerEntry.Kind.C2B);

    private static final Map<String, String> READABLE = new TreeMap<>(
            Map.of("StartDate", NairobiTime.READABLE, "EndDate", NairobiTime.READABLE, "OffSetValue", "\\d{1,9}"));

    private final KenyaMarket market;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    Pull(KenyaMarket market) {
        this.market = market;
    }

    Result register(Call call) {
        String shortCode = call.text("ShortCode");
        if (!market.organisation.owns(shortCode)) {
            return Result.of(market.refusal(Reason.WRONG_SHORT_CODE, call));
        }
        boolean isNew = registered.add(market.organisation.party(shortCode));
        return KenyaMarket.accepted(call, isNew ? "portal" : "again")
                .with("ResponseRefID", market.ids.request())
                .with("ShortCode", shortCode);
    }

    Result query(Call call) {
        Optional<String> unreadable = READABLE.entrySet().stream()
                .filter(field -> !call.text(field.getKey()).matches(field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (unreadable.isPresent()) {
            // Inferred: no source shows the answer to a window that cannot be read.
            return Result.of(market.invalid(unreadable.get(), call));
        }
        // Inferred for a store number: with less than all of the till's money, a client would miss payments.
        String party = market.organisation.party(call.text("ShortCode"));
        Instant from = market.time.moment(call.text("StartDate"));
        Instant until = market.time.moment(call.text("EndDate"));
        JsonArray rows = new JsonArray();
        market.ledger.entries().stream()
                .filter(entry -> registered.contains(party)
                        && market.organisation.party(entry.creditParty()).equals(party))
                .filter(entry -> BY_CUSTOMERS.contains(entry.kind()) && entry.status() == LedgerEntry.Status.COMPLETED)
                .filter(entry -> !entry.initiatedAt().isBefore(from)
                        && !entry.initiatedAt().isAfter(until)
                        && entry.initiatedAt().isAfter(market.time.now().minus(MEMORY)))
                .skip(Long.parseLong(call.text("OffSetValue")))
                .limit(MOST_ROWS)
                .forEach(entry -> rows.add(row(entry).json()));
        return rows.isEmpty() ? none(call) : some(call, rows);
    }

    // As captured: the id has another name, and there is no list.
    private Result none(Call call) {
        return KenyaMarket.accepted(call, "none").with("RequestID", market.ids.request());
    }

    private Result some(Call call, JsonArray rows) {
        JsonArray outer = new JsonArray();
        outer.add(rows);
        return KenyaMarket.accepted(call, "some")
                .with("ResponseRefID", market.ids.request())
                .with("Response", outer);
    }

    private JsonFields row(LedgerEntry entry) {
        return JsonFields.with("transactionId", entry.receipt())
                .and("trxDate", entry.initiatedAt().toString())
                .and("msisdn", Items.digits(entry.debitParty()))
                .and("sender", "MPESA")
                .and("transactiontype", "c2b-pay-bill-debit")
                .and("billreference", entry.reference())
                .and("amount", entry.amount().toPlainString())
                .and(
                        "organizationname",
                        market.organisation.publicName(market.organisation.party(entry.creditParty())));
    }

    void reset() {
        registered.clear();
    }
}
