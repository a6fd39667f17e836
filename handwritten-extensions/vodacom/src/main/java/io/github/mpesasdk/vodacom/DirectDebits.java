package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.vodacomapi.api.DirectDebitApi;
import io.github.mpesasdk.vodacomapi.model.DirectDebitPaymentAnswer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Mandates by which a customer lets a business collect, and the payments under them. Thread-safe. */
public final class DirectDebits {

    private static final String CHARGE = "directDebits().charge";

    private final VodacomCalls calls;

    DirectDebits(VodacomCalls calls) {
        this.calls = calls;
    }

    /**
     * Asks a customer for a mandate. Sent once: before you send another, {@link #query} whether it exists. Where the
     * application is asynchronous the answer comes by callback, when the customer has agreed.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     */
    public Query<Mandate> create(Consumer<MandateDraft> describe) {
        return calls.flow().ask(creation(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Mandate> createAsync(Consumer<MandateDraft> describe) {
        return calls.flow().askAsync(creation(describe));
    }

    /**
     * Collects a payment under a mandate. Sent at most once, under an id that is chosen before.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing. Its reference is the id; give it to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<DirectDebitPaymentAnswer> charge(Consumer<CollectionDraft> describe) {
        return calls.flow().pay(CHARGE, DirectDebitApi.DIRECT_DEBIT_PAYMENT, draft(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Payment<DirectDebitPaymentAnswer>> chargeAsync(Consumer<CollectionDraft> describe) {
        return calls.flow().payAsync(CHARGE, DirectDebitApi.DIRECT_DEBIT_PAYMENT, draft(describe));
    }

    private Draft.Content draft(Consumer<CollectionDraft> describe) {
        CollectionDraft draft = new CollectionDraft(calls.numbers());
        describe.accept(draft);
        return draft.content();
    }

    /**
     * Asks for the state of a mandate. Where the application is asynchronous the answer comes by callback.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     */
    public Query<Mandate> query(Consumer<MandateSearch> describe) {
        return calls.flow().ask(question(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Mandate> queryAsync(Consumer<MandateSearch> describe) {
        return calls.flow().askAsync(question(describe));
    }

    /**
     * Cancels a mandate. Sent once. Where the application is asynchronous the answer comes by callback.
     *
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     */
    public Query<Mandate> cancel(Consumer<MandateSearch> describe) {
        return calls.flow().ask(cancellation(describe));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<Mandate> cancelAsync(Consumer<MandateSearch> describe) {
        return calls.flow().askAsync(cancellation(describe));
    }

    private Inquiry<VodacomCallback, ?, ?, Mandate> creation(Consumer<MandateDraft> describe) {
        MandateDraft draft = new MandateDraft(calls.numbers());
        describe.accept(draft);
        return VodacomMarket.inquiry(
                "directDebits().create", DirectDebitApi.DIRECT_DEBIT_CREATION, draft.content(), Mandate::new);
    }

    private Inquiry<VodacomCallback, ?, ?, Mandate> question(Consumer<MandateSearch> describe) {
        MandateSearch search = MandateSearch.toAsk(calls.numbers());
        describe.accept(search);
        return VodacomMarket.inquiry(
                "directDebits().query", DirectDebitApi.QUERY_DIRECT_DEBIT, search.content(), Mandate::new);
    }

    private Inquiry<VodacomCallback, ?, ?, Mandate> cancellation(Consumer<MandateSearch> describe) {
        MandateSearch search = MandateSearch.toCancel(calls.numbers());
        describe.accept(search);
        return VodacomMarket.inquiry(
                "directDebits().cancel", DirectDebitApi.DIRECT_DEBIT_CANCEL, search.content(), Mandate::new);
    }
}
