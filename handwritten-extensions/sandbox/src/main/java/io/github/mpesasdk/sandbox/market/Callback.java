package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.Fault;
import java.util.Set;

/**
 * What the sandbox sends on its own. {@link #toString()} shows neither address nor body.
 *
 * @param operationId names it in the journal
 * @param url where it goes; a {@code mailto:} address is taken note of, and no mail is sent
 * @param contentType of the body
 * @param body what it says
 */
public record Callback(String operationId, String url, String contentType, String body) {

    /** One in JSON. */
    public static Callback json(String operationId, String url, String body) {
        return new Callback(operationId, url, "application/json", body);
    }

    /** What faults make of it. */
    public Callback struck(Set<Fault> faults) {
        String altered = faults.contains(Fault.CALLBACK_OF_ANOTHER) ? Falsified.ids(body) : body;
        return new Callback(
                operationId,
                url,
                contentType,
                faults.contains(Fault.CALLBACK_WITH_OTHER_AMOUNT) ? Falsified.amount(altered) : altered);
    }

    @Override
    public String toString() {
        return "Callback[" + operationId + "]";
    }
}
