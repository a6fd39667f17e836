package io.github.mpesasdk.kenya;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.daraja.api.PullApi;
import io.github.mpesasdk.daraja.api.PullCalls;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.runtime.Calls;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Lists of the payments that a short code received. Thread-safe. */
public final class Pull extends PullCalls {

    private static final String QUERY = "pull().query";

    private final Calls calls;

    Pull(Calls calls) {
        super(calls);
        this.calls = calls;
    }

    /**
     * The payments in a window of the last 48 hours, by the clocks of Nairobi; empty if there are none. A long list
     * comes in pages: {@code offset} skips the rows that were read.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused
     * @throws NotConnectedException if the gateway cannot be reached
     * @throws NoAnswerException if no usable answer came
     */
    public List<PulledTransaction> query(PullQueryDescription describe) {
        return PulledTransactions.of(calls.send(QUERY, PullApi.PULL_QUERY, queryContent(describe)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<List<PulledTransaction>> queryAsync(PullQueryDescription describe) {
        return calls.sendAsync(QUERY, PullApi.PULL_QUERY, queryContent(describe))
                .thenApply(PulledTransactions::of);
    }
}
