package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The money moved. {@code toString} hides the details, which may be personal.
 *
 * @param reference what names the payment
 * @param code the gateway's code of success, as the catalogue explains it; empty where its message has none
 * @param receipt the M-Pesa receipt, if the gateway's message carried it; callbacks do, an STK query does not
 * @param details everything the gateway said, by wire name
 */
public record Succeeded(Reference reference, Optional<Code> code, Optional<String> receipt, Map<String, String> details)
        implements Outcome {

    public Succeeded {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    @Override
    public String why() {
        return code.map(Code::meaning).orElse("The money moved.");
    }

    @Override
    public String toString() {
        return Masked.of("Succeeded")
                .show("reference", reference)
                .show("code", code.map(Code::value).orElse(null))
                .show("receipt", receipt.orElse(null))
                .hide("details", details)
                .toString();
    }
}
