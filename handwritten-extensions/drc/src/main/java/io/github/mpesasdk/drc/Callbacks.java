package io.github.mpesasdk.drc;

import io.github.mpesasdk.Received;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.drcapi.model.DrcCallback;

/** Receives what the gateway posts. It signs nothing, so each address carries a token that proves it. Thread-safe. */
public final class Callbacks {

    private final PaymentFlow<DrcCallback> flow;

    Callbacks(PaymentFlow<DrcCallback> flow) {
        this.flow = flow;
    }

    /**
     * Judges where a callback comes from, reads it, and settles the payment that waits for it. Give it every body that
     * arrives; answer HTTP 200 with {@link Received#acknowledgement()} and the type {@code application/xml}, also to
     * one that is not genuine. The body of one that arrives under an address without a valid token is not read.
     *
     * @param addressOrPath the address or path under which it arrived
     * @param body the body as it came
     * @throws UnreadableBodyException if the address is good and the body is no callback of the gateway; answer 400
     */
    public Received<DrcCallback> receive(String addressOrPath, String body) {
        return flow.receive(addressOrPath, body);
    }
}
