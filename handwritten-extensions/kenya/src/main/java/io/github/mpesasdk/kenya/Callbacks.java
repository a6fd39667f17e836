package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.outcome.UntrustedBody;
import io.github.mpesasdk.daraja.model.C2bConfirmationAnswer;
import io.github.mpesasdk.daraja.model.C2bValidationAnswer;
import io.github.mpesasdk.daraja.model.C2bValidationCode;
import io.github.mpesasdk.daraja.model.CallbackAnswer;

/**
 * The door for what Safaricom posts. Give it every body that arrives, with the path it arrived under; it completes
 * whatever payment waits for it. Safaricom signs nothing: trust only what {@link Received#isGenuine} vouches for.
 * Thread-safe.
 */
public final class Callbacks {

    private final CallbackDesk<KenyaCallback> desk;

    Callbacks(CallbackDesk<KenyaCallback> desk) {
        this.desk = desk;
    }

    /**
     * A callback that was read.
     *
     * @param event what it says
     * @param isGenuine whether it arrived under an address that this client gave to one request. False for repetitions
     *     after a restart and for C2B payments, whose addresses are registered once: compare those paths yourself
     */
    public record Received(KenyaCallback event, boolean isGenuine) {

        /**
         * The JSON to answer with, together with HTTP status 200. For a C2B validation, choose with {@link #reject}.
         */
        public String acknowledgement() {
            if (event instanceof KenyaCallback.C2bPayment) {
                return C2bConfirmationAnswer.ADAPTER.toJson(C2bConfirmationAnswer.builder()
                        .resultCode(0)
                        .resultDescription("Success")
                        .build());
            }
            return CallbackAnswer.ADAPTER.toJson(CallbackAnswer.builder()
                    .resultCode(0)
                    .resultDescription("Accepted")
                    .build());
        }
    }

    /**
     * Reads a callback and completes the payment that waits for it. Repetitions are harmless.
     *
     * @param addressOrPath the address or path under which it arrived
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of Daraja's
     */
    public Received receive(String addressOrPath, String body) {
        UntrustedBody untrusted = UntrustedBody.of(DarajaDialect.MARKET, body);
        JsonObject object = untrusted.json();
        KenyaCallback event = KenyaBodies.callback(object, CallbackAddress.isTimeout(addressOrPath))
                .orElseThrow(() -> untrusted.unreadable("its fields are none of a callback's"));
        boolean genuine = CallbackAddress.segmentOf(addressOrPath)
                .map(segment -> desk.deliver(segment, event))
                .orElse(false);
        return new Received(event, genuine);
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
