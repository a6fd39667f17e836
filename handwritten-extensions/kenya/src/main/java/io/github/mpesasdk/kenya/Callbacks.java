package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Received;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.daraja.model.C2bValidationAnswer;
import io.github.mpesasdk.daraja.model.C2bValidationCode;
import io.github.mpesasdk.daraja.model.DarajaCallback;

/**
 * Receives what Safaricom posts. Safaricom signs nothing, so each address carries a token that proves the origin.
 * Thread-safe.
 */
public final class Callbacks {

    private final PaymentFlow<DarajaCallback> flow;

    Callbacks(PaymentFlow<DarajaCallback> flow) {
        this.flow = flow;
    }

    /**
     * Reads a callback, judges where it comes from, and settles the payment that waits for it. Give it every body that
     * arrives; answer HTTP 200 with {@link Received#acknowledgement()}, also to one that is not genuine. For a C2B
     * validation that acknowledgement accepts the payment: answer {@link #reject} to stop it.
     *
     * @param addressOrPath the address or path under which it arrived
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of Daraja's; answer 400
     */
    public Received<DarajaCallback> receive(String addressOrPath, String body) {
        return flow.receive(addressOrPath, body);
    }

    /** The answer that lets a customer's payment go on. */
    public static String accept() {
        return answer(C2bValidationCode.ACCEPTED, "Accepted");
    }

    /** The answer that stops a customer's payment; the code tells the customer why. */
    public static String reject(C2bValidationCode reason) {
        return answer(reason, "Rejected");
    }

    private static String answer(C2bValidationCode code, String words) {
        C2bValidationAnswer answer = C2bValidationAnswer.builder()
                .resultCode(code)
                .resultDescription(words)
                .build();
        answer.check();
        return C2bValidationAnswer.ADAPTER.toJson(answer);
    }
}
