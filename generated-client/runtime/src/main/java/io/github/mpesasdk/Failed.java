package io.github.mpesasdk;

import java.util.Optional;

/**
 * The gateway says that no money moved.
 *
 * @param reference what names the payment
 * @param reason the catalogue entry of the result code
 */
public record Failed(Reference reference, Code reason) implements Outcome {

    @Override
    public Optional<String> code() {
        return Optional.of(reason.code());
    }

    /** Why, in one sentence. */
    public String meaning() {
        return reason.meaning();
    }

    /** What to do, in one sentence. */
    public String advice() {
        return reason.advice();
    }

    @Override
    public String toString() {
        return "Failed[" + reference + ", code=" + reason.code() + ", " + reason.meaning() + "]";
    }
}
