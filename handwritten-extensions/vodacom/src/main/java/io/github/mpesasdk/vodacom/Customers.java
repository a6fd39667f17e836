package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.vodacomapi.api.CustomersApi;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import java.util.concurrent.CompletableFuture;

/** Who a customer is, before money is sent. Thread-safe. */
public final class Customers {

    private final PaymentFlow<VodacomCallback> flow;

    Customers(PaymentFlow<VodacomCallback> flow) {
        this.flow = flow;
    }

    /**
     * A customer's name. {@code toString} hides it.
     *
     * @param first as the gateway tells it; empty if it does not
     * @param last as the gateway tells it; empty if it does not
     */
    public record CustomerName(String first, String last) {

        @Override
        public String toString() {
            return "CustomerName[***]";
        }
    }

    /**
     * Asks for the name of a customer. The operator documents it for Ghana alone. Where the application is asynchronous
     * the answer comes by callback.
     *
     * @throws InvalidInputException if the number is none of the market, or a setting is missing; nothing was sent
     */
    public Query<CustomerName> name(String msisdn) {
        return flow.ask(inquiry(about(msisdn)));
    }

    /** The same for a number that was read already. */
    public Query<CustomerName> name(Msisdn msisdn) {
        return flow.ask(inquiry(about(msisdn)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<CustomerName> nameAsync(String msisdn) {
        return flow.askAsync(inquiry(about(msisdn)));
    }

    /** The same for a number that was read already. */
    public CompletableFuture<CustomerName> nameAsync(Msisdn msisdn) {
        return flow.askAsync(inquiry(about(msisdn)));
    }

    private Draft.Content about(String msisdn) {
        return Draft.Content.ofMsisdn(flow, "msisdn", "input_CustomerMSISDN", msisdn);
    }

    private Draft.Content about(Msisdn msisdn) {
        return about(msisdn.digits());
    }

    private static Inquiry<VodacomCallback, CustomerName> inquiry(Draft.Content customer) {
        return VodacomMarket.inquiry(
                "customers().name",
                CustomersApi.QUERY_BENEFICIARY_NAME,
                customer,
                told -> new CustomerName(
                        VodacomMarket.text(told, "CustomerFirstName").orElse(""),
                        VodacomMarket.text(told, "CustomerLastName").orElse("")));
    }
}
