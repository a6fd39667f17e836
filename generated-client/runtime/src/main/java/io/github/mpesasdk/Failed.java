package io.github.mpesasdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway says that this payment moved no money. Of a code of kind {@link CodeKind#DUPLICATE} it speaks of this
 * request alone: an earlier one may have moved it.
 *
 * @param reference what names the payment
 * @param code the code, as the catalogue explains it; empty where no gateway said so: nothing was sent, or a person of
 *     yours decided
 * @param words the gateway's own words, cleaned; null where it gave none
 */
public record Failed(
        Reference reference, Optional<Code> code, @Nullable String words) implements Outcome {

    private static final String NOBODY = "It was not sent, or was closed by hand as not paid.";

    /** What happened, in one sentence. */
    public String meaning() {
        return code.map(Code::meaning).orElse(NOBODY);
    }

    /** What to do, in one sentence. */
    public String advice() {
        return code.map(Code::advice).orElse("Start the payment again if it is still wanted.");
    }

    @Override
    public String why() {
        return meaning() + (words == null ? "" : " The gateway said: " + words);
    }

    @Override
    public String toString() {
        return "Failed[" + reference
                + code.map(given -> ", code=" + given.value()).orElse("") + ", " + why() + "]";
    }
}
