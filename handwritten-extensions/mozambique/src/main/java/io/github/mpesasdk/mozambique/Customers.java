package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;
import java.util.concurrent.CompletableFuture;

/** Who a customer is, before money is sent. Thread-safe. */
public final class Customers {

    private final PaymentFlow<MozambiqueCallback> flow;
    private final MozambiqueMarket market;

    Customers(PaymentFlow<MozambiqueCallback> flow, MozambiqueMarket market) {
        this.flow = flow;
        this.market = market;
    }

    /**
     * Asks for the name that a customer is registered under, with some letters masked: {@code Ex*mp*e Cus*om*r}. It is
     * personal data all the same. Many accounts may not ask: they are refused with INS-26.
     *
     * @param msisdn the customer's number as people write it: {@code 84 123 4567}, {@code +258 84 123 4567}
     * @throws InvalidInputException if it is no mobile number of Mozambique, or a setting of the client is missing
     * @throws RefusedException if the gateway refused the question
     */
    public Query<String> name(String msisdn) {
        return flow.ask(market.customerName(about(msisdn)));
    }

    /** The same for a number that was read already. */
    public Query<String> name(Msisdn msisdn) {
        return flow.ask(market.customerName(about(msisdn)));
    }

    /** The same without holding a thread; the future ends with the same errors. */
    public CompletableFuture<String> nameAsync(String msisdn) {
        return flow.askAsync(market.customerName(about(msisdn)));
    }

    /** The same for a number that was read already. */
    public CompletableFuture<String> nameAsync(Msisdn msisdn) {
        return flow.askAsync(market.customerName(about(msisdn)));
    }

    private Draft.Content about(String msisdn) {
        return Draft.Content.ofMsisdn(flow, "msisdn", "input_CustomerMSISDN", msisdn);
    }

    private Draft.Content about(Msisdn msisdn) {
        return about(msisdn.digits());
    }
}
