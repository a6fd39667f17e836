package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.vodacomapi.api.DirectDebitsApi;
import io.github.mpesasdk.vodacomapi.api.DirectDebitsCalls;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import java.util.concurrent.CompletableFuture;

/** Mandates by which a customer lets a business collect, and the payments under them. Thread-safe. */
public final class DirectDebits extends DirectDebitsCalls {

    private final PaymentFlow<VodacomCallback> flow;

    DirectDebits(PaymentFlow<VodacomCallback> flow) {
        super(flow);
        this.flow = flow;
    }

    /**
     * Asks a customer for a mandate. Sent once: before you send another, {@link #query} whether it exists. Where the
     * application is asynchronous the answer comes by callback, when the customer has agreed.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     */
    public Query<Mandate> create(DirectDebitCreationDescription describe) {
        return flow.ask(creation(createContent(describe)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Mandate> createAsync(DirectDebitCreationDescription describe) {
        return flow.askAsync(creation(createContent(describe)));
    }

    /**
     * Asks for the state of a mandate. Where the application is asynchronous the answer comes by callback.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     */
    public Query<Mandate> query(QueryDirectDebitDescription describe) {
        return flow.ask(question(queryContent(describe)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Mandate> queryAsync(QueryDirectDebitDescription describe) {
        return flow.askAsync(question(queryContent(describe)));
    }

    /**
     * Cancels a mandate. Sent once. Where the application is asynchronous the answer comes by callback.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     */
    public Query<Mandate> cancel(DirectDebitCancelDescription describe) {
        return flow.ask(cancellation(cancelContent(describe)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Mandate> cancelAsync(DirectDebitCancelDescription describe) {
        return flow.askAsync(cancellation(cancelContent(describe)));
    }

    private static Inquiry<VodacomCallback, Mandate> creation(Draft.Content content) {
        return VodacomMarket.inquiry(
                "directDebits().create", DirectDebitsApi.DIRECT_DEBIT_CREATION, content, Mandate::new);
    }

    private static Inquiry<VodacomCallback, Mandate> question(Draft.Content content) {
        return VodacomMarket.inquiry("directDebits().query", DirectDebitsApi.QUERY_DIRECT_DEBIT, content, Mandate::new);
    }

    private static Inquiry<VodacomCallback, Mandate> cancellation(Draft.Content content) {
        return VodacomMarket.inquiry(
                "directDebits().cancel", DirectDebitsApi.DIRECT_DEBIT_CANCEL, content, Mandate::new);
    }
}
