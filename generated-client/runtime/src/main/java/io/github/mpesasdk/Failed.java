package io.github.mpesasdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway says that this payment moved no money. Of a code of kind {@link CodeKind#DUPLICATE} it speaks of this
 * request alone: an earlier one may have moved it.
 *
 * @param reference what names the payment
 * @param entry the code, as the catalogue explains it
 * @param words the gateway's own words, cleaned; null where it gave none
 */
public record Failed(
        Reference reference, Code entry, @Nullable String words) implements Outcome {

    @Override
    public Optional<Code> code() {
        return Optional.of(entry);
    }

    /** What happened, in one sentence. */
    public String meaning() {
        return entry.meaning();
    }

    /** What to do, in one sentence. */
    public String advice() {
        return entry.advice();
    }

    @Override
    public String why() {
        return entry.meaning() + (words == null ? "" : " The gateway said: " + words);
    }

    @Override
    public String toString() {
        return "Failed[" + reference + ", code=" + entry.value() + ", " + why() + "]";
    }
}
