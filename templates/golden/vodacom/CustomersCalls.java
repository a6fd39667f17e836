package io.github.mpesasdk.vodacomapi.api;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.runtime.Asking;
import io.github.mpesasdk.runtime.Calls;
import java.util.concurrent.CompletableFuture;

/**
 * Who a customer is, before money is sent. Thread-safe.
 *
 * @param <T> what its questions tell: the name
 */
public class CustomersCalls<T> {

    private final Calls calls;
    private final Asking<T> asking;

    /** Calls that travel through {@code calls}, and questions that are asked by {@code asking}. */
    public CustomersCalls(Calls calls, Asking<T> asking) {
        this.calls = calls;
        this.asking = asking;
    }

    /**
     * Ask for the name that a customer is registered under, to be compared before money is sent. The portal shows it
     * for Ghana only; whether another market answers is not known.
     *
     * @param msisdn the number of the customer as people write it, with the country code or without; one of another
     *     country is refused.
     * @return the name, at once or by callback
     * @throws InvalidInputException naming everything that is missing or breaks a rule; nothing was sent
     * @throws RefusedException if the gateway refused what was asked; that says nothing of a payment
     * @throws NotConnectedException if the gateway cannot be reached
     * @throws NoAnswerException if no usable answer came, or one that settles nothing
     */
    public Query<T> name(String msisdn) {
        return asking.ask(
                "customers().name",
                CustomersApi.QUERY_BENEFICIARY_NAME,
                Draft.Content.ofMsisdn(calls, "msisdn", "input_CustomerMSISDN", msisdn));
    }

    /** The same for a number that was read already. */
    public Query<T> name(Msisdn msisdn) {
        return name(msisdn == null ? null : msisdn.digits());
    }

    /** The same without holding a thread; the future ends with the same errors, after half an hour at the latest. */
    public CompletableFuture<T> nameAsync(String msisdn) {
        return asking.askAsync(
                "customers().name",
                CustomersApi.QUERY_BENEFICIARY_NAME,
                Draft.Content.ofMsisdn(calls, "msisdn", "input_CustomerMSISDN", msisdn));
    }

    /** The same for a number that was read already. */
    public CompletableFuture<T> nameAsync(Msisdn msisdn) {
        return nameAsync(msisdn == null ? null : msisdn.digits());
    }
}
