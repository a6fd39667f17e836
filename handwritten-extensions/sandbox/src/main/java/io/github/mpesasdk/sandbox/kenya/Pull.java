package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonArray;
import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lists what customers paid to a short code, out of the ledger. */
final class Pull {

    private static final Duration MEMORY = Duration.ofDays(2);
    private static final int MOST_ROWS = 100;
    private static final Set<LedgerEntry.Kind> BY_CUSTOMERS = Set.of(LedgerEntry.Kind.STK_PUSH, LedgerEntry.Kind.C2B);

    private final KenyaState state;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    Pull(KenyaState state) {
        this.state = state;
    }

    MarketAnswer register(DarajaCall call) {
        String shortCode = call.text("ShortCode");
        if (!state.organisation.owns(shortCode)) {
            return state.errors.say(Refusal.NOT_YOUR_SHORT_CODE);
        }
        boolean isNew = registered.add(shortCode);
        return JsonFields.with("ResponseRefID", state.ids.request())
                .and("ResponseStatus", isNew ? "1000" : "1001")
                .and("ShortCode", shortCode)
                .and(
                        "ResponseDescription",
                        isNew ? "Shortcode Registered Successfully" : "Shortcode already Registered")
                .answer(200);
    }

    MarketAnswer query(DarajaCall call) {
        Instant from = state.time.moment(call.text("StartDate"));
        Instant until = state.time.moment(call.text("EndDate"));
        JsonArray rows = new JsonArray();
        state.ledger.entries().stream()
                .filter(entry -> registered.contains(entry.creditParty())
                        && entry.creditParty().equals(call.text("ShortCode")))
                .filter(entry -> BY_CUSTOMERS.contains(entry.kind()) && entry.status() == LedgerEntry.Status.COMPLETED)
                .filter(entry -> !entry.initiatedAt().isBefore(from)
                        && !entry.initiatedAt().isAfter(until)
                        && entry.initiatedAt().isAfter(state.time.now().minus(MEMORY)))
                .skip(Long.parseLong(call.text("OffSetValue")))
                .limit(MOST_ROWS)
                .forEach(entry -> rows.add(row(entry).json()));
        return MarketAnswer.json(200, (rows.isEmpty() ? none() : some(rows)).json());
    }

    // As captured: the id has another name, and there is no list.
    private JsonFields none() {
        return JsonFields.with("RequestID", state.ids.request())
                .and("ResponseCode", "1001")
                .and("ResponseMessage", "No records found or Organization Name not available");
    }

    private JsonFields some(JsonArray rows) {
        JsonArray outer = new JsonArray();
        outer.add(rows);
        return JsonFields.with("ResponseRefID", state.ids.request())
                .and("ResponseCode", "1000")
                .and("ResponseMessage", "Success")
                .and("Response", outer);
    }

    private JsonFields row(LedgerEntry entry) {
        return JsonFields.with("transactionId", entry.receipt())
                .and("trxDate", entry.initiatedAt().toString())
                .and("msisdn", Long.valueOf(entry.debitParty()))
                .and("sender", "MPESA")
                .and("transactiontype", "c2b-pay-bill-debit")
                .and("billreference", entry.reference())
                .and("amount", entry.amount().toPlainString())
                .and("organizationname", state.organisation.publicName(entry.creditParty()));
    }

    void reset() {
        registered.clear();
    }
}
