package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.core.outcome.Enquiry;
import io.github.mpesasdk.mozambiqueapi.api.CustomerApi;
import io.github.mpesasdk.mozambiqueapi.api.TransactionApi;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameRequest;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusRequest;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Questions: answered at once, or acknowledged now and answered by a callback. */
final class Questions {

    private final MozambiqueContext context;

    Questions(MozambiqueContext context) {
        this.context = context;
    }

    /** Asks what became of a transaction, by any of its ids. */
    Enquiry<Outcome> status(Reference reference) {
        RequestId id = RequestId.fresh();
        QueryTransactionStatusRequest request = QueryTransactionStatusRequest.builder()
                .thirdPartyReference(id.value())
                .queryReference(reference.value())
                .serviceProviderCode(context.serviceProvider("transactions().status"))
                .build();
        return enquire(
                TransactionApi.QUERY_TRANSACTION_STATUS,
                id,
                request,
                answer -> MozambiqueOutcomes.ofStatusAnswer(answer, reference),
                event -> MozambiqueOutcomes.ofStatusEvent(event, reference));
    }

    /** Asks for the masked name of a customer. */
    Enquiry<String> name(String msisdn) {
        RequestId id = RequestId.fresh();
        QueryCustomerNameRequest request = QueryCustomerNameRequest.builder()
                .customerMsisdn(msisdn)
                .thirdPartyReference(id.value())
                .serviceProviderCode(context.serviceProvider("customers().name"))
                .build();
        return enquire(
                CustomerApi.QUERY_CUSTOMER_NAME,
                id,
                request,
                answer -> WireText.present(answer.customerName()),
                Questions::name);
    }

    private static String name(MozambiqueCallback event) {
        String operation = CustomerApi.QUERY_CUSTOMER_NAME.id();
        Code code = MozambiqueOutcomes.code(operation, event.resultCode());
        Incident incident = Incident.of(MozambiqueDialect.MARKET, operation).withCode(code, null, null);
        if (code.kind() != CodeKind.SUCCESS) {
            throw code.isFinal() ? new RefusedException(incident) : new NoAnswerException(incident, null);
        }
        return Optional.of(event)
                .filter(MozambiqueCallback.CustomerName.class::isInstance)
                .flatMap(named -> WireText.present(
                        ((MozambiqueCallback.CustomerName) named).payload().customerName()))
                .orElseThrow(() -> new NoAnswerException(incident, null));
    }

    private <Q extends WireRecord, A, T> Enquiry<T> enquire(
            Operation<Q, A> operation,
            RequestId id,
            Q request,
            Function<A, Optional<T>> readNow,
            Function<MozambiqueCallback, T> readLater) {
        CompletableFuture<MozambiqueCallback> callback = context.desk().expect(id.value());
        CompletableFuture<T> answer = context.invoker()
                .invokeAsync(operation, request)
                .thenCompose(acknowledged -> readNow.apply(acknowledged)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> callback.thenApply(readLater)));
        return new Enquiry<>(MozambiqueDialect.MARKET, operation.id(), answer);
    }
}
