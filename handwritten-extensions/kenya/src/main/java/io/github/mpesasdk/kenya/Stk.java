package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.daraja.api.StkCalls;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** M-Pesa Express: asks a customer to pay, by a prompt on the handset. Thread-safe. */
public final class Stk extends StkCalls {

    private final PaymentFlow<DarajaCallback> flow;
    private final KenyaMarket market;

    Stk(PaymentFlow<DarajaCallback> flow, KenyaMarket market) {
        super(flow);
        this.flow = flow;
        this.market = market;
    }

    /**
     * Asks once what became of a push. Leave five seconds between questions: the gateway answers faster ones with 429.
     *
     * @param checkoutRequestId from the acknowledgement, or from your records
     * @return {@link Pending} while the customer has not answered
     */
    public Outcome status(String checkoutRequestId) {
        Reference reference = reference(checkoutRequestId);
        try {
            return flow.ask(market.stkQuery(reference)).await(Duration.ZERO);
        } catch (StillPendingException notYet) {
            return pending(reference, notYet);
        }
    }

    /** The same without holding a thread. */
    public CompletableFuture<Outcome> statusAsync(String checkoutRequestId) {
        Reference reference = reference(checkoutRequestId);
        return flow.askAsync(market.stkQuery(reference)).exceptionally(failure -> {
            if (Failures.cause(failure) instanceof StillPendingException notYet) {
                return pending(reference, notYet);
            }
            throw new CompletionException(Failures.cause(failure));
        });
    }

    private static Reference reference(String checkoutRequestId) {
        return new Reference(DarajaDialect.MARKET, "stkPush", KenyaMarket.CHECKOUT_ID, checkoutRequestId);
    }

    private static Outcome pending(Reference reference, StillPendingException notYet) {
        return new Pending(
                reference,
                notYet.code()
                        .map(code -> Reason.of(
                                Reason.Kind.PROCESSING, code, notYet.words().orElse(null)))
                        .orElseGet(() -> Reason.of(Reason.Kind.PROCESSING, "The customer has not answered yet.")));
    }
}
