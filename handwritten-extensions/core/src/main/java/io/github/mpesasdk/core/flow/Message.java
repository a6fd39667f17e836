package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Decoded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that a gateway posted, read but not yet believed. {@code toString} hides what is personal.
 *
 * @param event the message, typed
 * @param form its normal form: code, words, ids and values by wire name
 * @param operation the operation whose outcome it tells, as far as the message itself says; empty where it does not
 * @param receiptNumber the M-Pesa receipt that it carries, if it does
 */
public record Message<E>(
        E event, Decoded form, String operation, @Nullable String receiptNumber) {

    /** A text of the message by its wire name, whether it is an id or another value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(form.ids().get(name))
                .or(() -> Optional.ofNullable(form.values().get(name)));
    }

    @Override
    public String toString() {
        return "Message[" + form.kind() + "]";
    }
}
