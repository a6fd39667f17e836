package io.github.mpesasdk;

import java.util.Optional;

/**
 * The gateway has the payment and is not finished with it. Ask again later; never send again.
 *
 * @param reference what names the payment
 */
public record Pending(Reference reference) implements Outcome {

    @Override
    public Optional<String> code() {
        return Optional.empty();
    }
}
