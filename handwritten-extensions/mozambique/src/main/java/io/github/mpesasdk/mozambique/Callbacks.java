package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.Received;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;

/**
 * Receives what Vodacom posts to the Asynchronous Response URL of the account. Vodacom signs nothing, and there is one
 * address for everything, so the id of each request proves the origin. Thread-safe.
 */
public final class Callbacks {

    private final PaymentFlow<MozambiqueCallback> flow;

    Callbacks(PaymentFlow<MozambiqueCallback> flow) {
        this.flow = flow;
    }

    /**
     * Reads a callback, judges where it comes from, and settles the payment that waits for it. Give it every body that
     * arrives; answer HTTP 200 with {@link Received#acknowledgement()}, also to one that is not genuine.
     *
     * @param addressOrPath the address or path under which it arrived; in this market it proves nothing
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of this API's; answer 400
     */
    public Received<MozambiqueCallback> receive(String addressOrPath, String body) {
        return flow.receive(addressOrPath, body);
    }
}
