package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.api.C2bCalls;
import io.github.mpesasdk.daraja.model.C2bValidationAnswer;
import io.github.mpesasdk.daraja.model.C2bValidationCode;
import io.github.mpesasdk.runtime.Calls;

/**
 * Payments that customers start themselves. Thread-safe.
 *
 * <p>The API has two versions, and an app has one of them; the wrong one is refused with 401.003.01. They differ in how
 * the customer's number arrives: as a digest in version 1, masked in version 2.
 *
 * <p>With a callback key, a token is appended to the addresses that are registered, by which {@link Daraja#callbacks}
 * recognises what arrives there, for ever. Without one they are registered as they are, and what arrives there is never
 * called genuine: make their paths unguessable and compare them yourself.
 */
public final class C2b extends C2bCalls {

    C2b(Calls calls) {
        super(calls);
    }

    /** The answer to a validation that lets the customer's payment go on. */
    public static String accept() {
        return answer(C2bValidationCode.ACCEPTED, "Accepted");
    }

    /** The answer to a validation that stops the customer's payment; the code tells the customer why. */
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
