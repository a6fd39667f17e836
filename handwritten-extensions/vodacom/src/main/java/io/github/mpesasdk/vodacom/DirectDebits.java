package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.input.Required;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.vodacomapi.api.DirectDebitApi;
import io.github.mpesasdk.vodacomapi.model.AgreedTerms;
import io.github.mpesasdk.vodacomapi.model.DirectDebitCancelRequest;
import io.github.mpesasdk.vodacomapi.model.DirectDebitCreationRequest;
import io.github.mpesasdk.vodacomapi.model.DirectDebitPaymentRequest;
import io.github.mpesasdk.vodacomapi.model.DirectDebitPaymentResponse;
import io.github.mpesasdk.vodacomapi.model.QueryDirectDebitRequest;
import io.github.mpesasdk.vodacomapi.model.TrueOrFalse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Mandates by which a customer lets a business collect, and the payments under them. Thread-safe. */
public final class DirectDebits {

    private static final String CREATE = "directDebits().create";
    private static final String CHARGE = "directDebits().charge";
    private static final String QUERY = "directDebits().query";
    private static final String CANCEL = "directDebits().cancel";

    private final VodacomContext context;
    private final Sending sending;

    DirectDebits(VodacomContext context) {
        this.context = context;
        this.sending = new Sending(context);
    }

    /**
     * Asks a customer for a mandate. Sent once: before you send another, {@link #query} whether it exists.
     *
     * @throws InvalidInputException if something is missing; nothing was sent
     */
    public Enquiry<Mandate> create(Consumer<MandateDraft> describe) {
        MandateDraft draft = new MandateDraft(context.numbers());
        describe.accept(draft);
        String id = Ids.conversation(draft.conversationId, CREATE);
        if (!draft.agreed) {
            throw new InvalidInputException(
                    CREATE, "customerAgreed", "is required: a mandate needs the customer's consent to the terms");
        }
        DirectDebitCreationRequest.Builder request = DirectDebitCreationRequest.builder()
                .customerMsisdn(Required.value(draft.payer, CREATE, "from"))
                .country(context.country())
                .serviceProviderCode(context.serviceProvider(CREATE))
                .thirdPartyReference(Required.value(draft.reference, CREATE, "reference"))
                .thirdPartyConversationId(id)
                .agreedTerms(AgreedTerms.AGREED);
        ifGiven(draft.frequency, request::frequency);
        ifGiven(draft.firstPayment, request::firstPaymentDate);
        ifGiven(draft.firstDay, request::startRangeOfDays);
        ifGiven(draft.lastDay, request::endRangeOfDays);
        ifGiven(draft.expiry, request::expiryDate);
        return sending.arrange(DirectDebitApi.DIRECT_DEBIT_CREATION, id, request.build(), Mandate::new);
    }

    /**
     * Collects a payment under a mandate. Sent at most once, under an id that is chosen before.
     *
     * @throws InvalidInputException if something is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused; nothing was paid
     * @throws UnknownOutcomeException if the answer was lost or settles nothing; give its reference to
     *     {@link VodacomOpenApi#find}
     */
    public Payment<DirectDebitPaymentResponse> charge(Consumer<CollectionDraft> describe) {
        CollectionDraft draft = new CollectionDraft(context.numbers());
        describe.accept(draft);
        String id = Ids.conversation(draft.conversationId, CHARGE);
        DirectDebitPaymentRequest.Builder request = DirectDebitPaymentRequest.builder()
                .country(context.country())
                .serviceProviderCode(context.serviceProvider(CHARGE))
                .thirdPartyReference(Required.value(draft.reference, CHARGE, "reference"))
                .thirdPartyConversationId(id)
                .amount(Required.value(draft.amount, CHARGE, "amount"))
                .currency(context.currency());
        if (draft.payer != null) {
            request.customerMsisdn(draft.payer);
        }
        ifGiven(draft.token, request::msisdnToken);
        ifGiven(draft.mandateId, request::mandateId);
        return sending.pay(DirectDebitApi.DIRECT_DEBIT_PAYMENT, id, request.build());
    }

    /**
     * Asks for the state of a mandate.
     *
     * @throws InvalidInputException if something is missing; nothing was sent
     */
    public Enquiry<Mandate> query(Consumer<MandateSearch> describe) {
        MandateSearch search = new MandateSearch(context.numbers());
        describe.accept(search);
        String reference = Required.value(search.reference, QUERY, "reference");
        String provider = context.serviceProvider(QUERY);
        return sending.enquire(
                DirectDebitApi.QUERY_DIRECT_DEBIT, id -> question(search, reference, provider, id), Mandate::new);
    }

    private QueryDirectDebitRequest question(MandateSearch search, String reference, String provider, String id) {
        QueryDirectDebitRequest.Builder request = QueryDirectDebitRequest.builder()
                .queryBalanceAmount(search.covered == null ? TrueOrFalse.NO : TrueOrFalse.YES)
                .country(context.country())
                .serviceProviderCode(provider)
                .thirdPartyConversationId(id)
                .thirdPartyReference(reference)
                .currency(context.currency());
        if (search.payer != null) {
            request.customerMsisdn(search.payer);
        }
        ifGiven(search.covered, request::balanceAmount);
        ifGiven(search.token, request::msisdnToken);
        ifGiven(search.mandateId, request::mandateId);
        return request.build();
    }

    /**
     * Cancels a mandate. Sent once.
     *
     * @throws InvalidInputException if something is missing; nothing was sent
     */
    public Enquiry<Mandate> cancel(Consumer<MandateSearch> describe) {
        MandateSearch search = new MandateSearch(context.numbers());
        describe.accept(search);
        if (search.covered != null) {
            throw new InvalidInputException(CANCEL, "covers", "is for query only");
        }
        String id = Ids.fresh();
        DirectDebitCancelRequest.Builder request = DirectDebitCancelRequest.builder()
                .country(context.country())
                .serviceProviderCode(context.serviceProvider(CANCEL))
                .thirdPartyReference(Required.value(search.reference, CANCEL, "reference"))
                .thirdPartyConversationId(id);
        if (search.payer != null) {
            request.customerMsisdn(search.payer);
        }
        ifGiven(search.token, request::msisdnToken);
        ifGiven(search.mandateId, request::mandateId);
        return sending.arrange(DirectDebitApi.DIRECT_DEBIT_CANCEL, id, request.build(), Mandate::new);
    }

    private static <T> void ifGiven(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
