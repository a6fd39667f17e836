package io.github.mpesasdk;

import java.util.Optional;

/**
 * Nobody has said yet what became of the payment. Ask again later; never send again.
 *
 * @param reference what names the payment
 * @param reason why it is so
 */
public record Unknown(Reference reference, Reason reason) implements Outcome {

    @Override
    public Optional<Code> code() {
        return reason.code();
    }

    @Override
    public String why() {
        return reason.toString();
    }

    @Override
    public String toString() {
        return "Unknown[" + reference + ", " + reason + "]";
    }
}
