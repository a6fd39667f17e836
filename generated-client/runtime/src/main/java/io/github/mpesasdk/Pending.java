package io.github.mpesasdk;

import java.util.Optional;

/**
 * The gateway has the payment and is not finished with it. Ask again later; never send again.
 *
 * @param reference what names the payment
 * @param reason why it is so
 */
public record Pending(Reference reference, Reason reason) implements Outcome {

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
        return "Pending[" + reference + ", " + reason + "]";
    }
}
