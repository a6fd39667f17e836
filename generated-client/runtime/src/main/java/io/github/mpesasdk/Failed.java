package io.github.mpesasdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway says that this payment moved no money. Of a code of kind {@link CodeKind#DUPLICATE} it speaks of this
 * request alone: an earlier one may have moved it.
 *
 * @param reference what names the payment
 * @param entry the code, as the catalogue explains it; null where no gateway said so: nothing was sent, or a person of
 *     yours decided
 * @param words the gateway's own words, cleaned; null where it gave none
 */
public record Failed(
        Reference reference, @Nullable Code entry, @Nullable String words) implements Outcome {

    private static final String NOBODY = "It was not sent, or was closed by hand as not paid.";

    @Override
    public Optional<Code> code() {
        return Optional.ofNullable(entry);
    }

    /** What happened, in one sentence. */
    public String meaning() {
        return entry == null ? NOBODY : entry.meaning();
    }

    /** What to do, in one sentence. */
    public String advice() {
        return entry == null ? "Start the payment again if it is still wanted." : entry.advice();
    }

    @Override
    public String why() {
        return meaning() + (words == null ? "" : " The gateway said: " + words);
    }

    @Override
    public String toString() {
        return "Failed[" + reference + (entry == null ? "" : ", code=" + entry.value()) + ", " + why() + "]";
    }
}
