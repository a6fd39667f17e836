package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The money moved. {@code toString} hides the details, which may be personal.
 *
 * @param reference what names the payment
 * @param entry the gateway's code of success, as the catalogue explains it; null where its message has none
 * @param receiptNumber the M-Pesa receipt; some status answers do not carry it
 * @param details everything the gateway said, by wire name
 */
public record Succeeded(
        Reference reference, @Nullable Code entry, @Nullable String receiptNumber, Map<String, String> details)
        implements Outcome {

    public Succeeded {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** The M-Pesa receipt, if the gateway's message carried it; callbacks do, an STK query does not. */
    public Optional<String> receipt() {
        return Optional.ofNullable(receiptNumber);
    }

    @Override
    public Optional<Code> code() {
        return Optional.ofNullable(entry);
    }

    @Override
    public String why() {
        return entry == null ? "The money moved." : entry.meaning();
    }

    @Override
    public String toString() {
        return Masked.of("Succeeded")
                .show("reference", reference)
                .show("code", entry == null ? null : entry.value())
                .show("receipt", receiptNumber)
                .hide("details", details)
                .toString();
    }
}
