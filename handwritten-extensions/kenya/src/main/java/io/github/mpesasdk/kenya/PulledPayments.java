package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.Search;
import io.github.mpesasdk.daraja.api.PullApi;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Reads every page of what a short code received between two moments. Rows come in pages of an unknown size: the last
 * one is empty.
 *
 * @param asker asks the gateway
 */
record PulledPayments(String shortCode, Instant from, Instant until, Search.Asker<DarajaCallback> asker) {

    private static final int MOST_PAGES = 50;

    /**
     * What was read.
     *
     * @param isComplete whether nothing is behind it that was not read
     */
    record Rows(Set<PulledTransaction> rows, boolean isComplete) {}

    CompletableFuture<Rows> read() {
        return next(new LinkedHashSet<>(), 0, 0);
    }

    private CompletableFuture<Rows> next(Set<PulledTransaction> known, int rows, int pages) {
        return asker.ask(inquiry(rows)).thenCompose(page -> {
            if (page.isEmpty()) {
                return CompletableFuture.completedFuture(new Rows(known, true));
            }
            // A page that brings nothing new is the first one again: nobody knows what is behind it.
            return !known.addAll(page) || pages == MOST_PAGES
                    ? CompletableFuture.completedFuture(new Rows(known, false))
                    : next(known, rows + page.size(), pages + 1);
        });
    }

    private Inquiry<DarajaCallback, List<PulledTransaction>> inquiry(int offset) {
        JsonObject fields = new JsonObject();
        fields.addProperty("ShortCode", shortCode);
        fields.addProperty("StartDate", NairobiTime.moment(from));
        fields.addProperty("EndDate", NairobiTime.moment(until));
        fields.addProperty("OffSetValue", String.valueOf(offset));
        return PulledTransactions.inquiry("pull().query", PullApi.PULL_QUERY, Draft.Content.of(fields));
    }
}
