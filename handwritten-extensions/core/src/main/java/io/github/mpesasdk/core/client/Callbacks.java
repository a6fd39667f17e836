package io.github.mpesasdk.core.client;

import io.github.mpesasdk.Received;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.flow.PaymentFlow;

/**
 * Receives what the gateway posts. No gateway signs it, so each request carries a token that proves the origin of its
 * callbacks: in the callback address where the gateway takes one with each request, as in Kenya and by SOAP in the DRC,
 * and in the id of the request elsewhere. Thread-safe.
 *
 * @param <E> the callback types of the market
 */
public final class Callbacks<E> {

    private final PaymentFlow<E> flow;

    Callbacks(PaymentFlow<E> flow) {
        this.flow = flow;
    }

    /**
     * Reads a callback, judges where it comes from, and settles the payment that waits for it. Give it every body that
     * arrives; answer HTTP 200 with {@link Received#acknowledgement()}, also to one that is not genuine. The
     * acknowledgement is JSON, and XML to the SOAP gateway of the DRC; to a validation of C2B in Kenya it accepts the
     * payment.
     *
     * @param addressOrPath the address or path under which it arrived
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of this API; answer 400
     */
    public Received<E> receive(String addressOrPath, String body) {
        return flow.receive(addressOrPath, body);
    }
}
