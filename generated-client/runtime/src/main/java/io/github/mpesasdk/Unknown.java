package io.github.mpesasdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nobody has said yet what became of the payment. Ask again later; never send again.
 *
 * @param reference what names the payment
 * @param hint a code that the gateway gave and that settles nothing
 */
public record Unknown(Reference reference, @Nullable Code hint) implements Outcome {

    @Override
    public Optional<String> code() {
        return Optional.ofNullable(hint).map(Code::code);
    }

    @Override
    public String toString() {
        return "Unknown[" + reference + code().map(code -> ", code=" + code).orElse("") + "]";
    }
}
