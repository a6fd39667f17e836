package io.github.mpesasdk.mozambiqueapi.api;

import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameAnswer;
import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameInput;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Repeats;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Success;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Who a customer is, before money is sent.
 *
 * <p>Every method checks its request against the spec before anything leaves, and throws one of the sealed family of
 * {@link io.github.mpesasdk.MpesaException}. Thread-safe.
 */
public final class CustomersApi {

    /** {@code GET /queryCustomerName/}: Ask for the name of a customer. */
    public static final Operation<QueryCustomerNameInput, QueryCustomerNameAnswer> QUERY_CUSTOMER_NAME = Operation.of(
                    "mozambique",
                    "queryCustomerName",
                    Operation.Input.QUERY,
                    QueryCustomerNameInput.ADAPTER,
                    QueryCustomerNameAnswer.ADAPTER)
            .at("GET", "/queryCustomerName/")
            .port(19323)
            .summary("Ask for the name of a customer")
            .effect(Effect.of("query"))
            .success(new Success(
                    "output_ResponseCode",
                    Set.of("INS-0"),
                    "output_ResultCode",
                    "output_CustomerName",
                    Set.of(),
                    false,
                    Set.of("output_CustomerName")))
            .repeats(new Repeats(
                    Map.ofEntries(Map.entry("output_ThirdPartyReference", "input_ThirdPartyReference")),
                    true,
                    Map.ofEntries(
                            Map.entry("input_ThirdPartyReference", "request.input_ThirdPartyReference"),
                            Map.entry("input_OriginalConversationID", "answer.output_ConversationID"))))
            .security(Security.BEARER)
            .outcomeIn("output_CustomerName")
            .callback("QueryCustomerNameCallback")
            .evidence(Evidence.of("documented"))
            .build();

    /** Every operation of this group, in the order of the spec. */
    public static final List<Operation<?, ?>> OPERATIONS = List.of(QUERY_CUSTOMER_NAME);

    private final Invoker invoker;

    /** Operations that travel through {@code invoker}. */
    public CustomersApi(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Ask for the name of a customer. Returns the name that a customer is registered under, with some letters masked,
     * to be compared before money is sent. The documents put the code into output_ResultCode, a recorded answer into
     * output_ResponseCode: read whichever is there. The only recorded answer is a refusal, INS-26.
     *
     * <p>Effect: query. Evidence: documented.
     *
     * @throws io.github.mpesasdk.MpesaException see the class comment
     */
    public QueryCustomerNameAnswer queryCustomerName(QueryCustomerNameInput request) {
        return invoker.invoke(QUERY_CUSTOMER_NAME, request);
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<QueryCustomerNameAnswer> queryCustomerNameAsync(QueryCustomerNameInput request) {
        return invoker.invokeAsync(QUERY_CUSTOMER_NAME, request);
    }
}
