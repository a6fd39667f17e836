package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.runtime.Kind;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.Shape;
import java.util.Optional;

/**
 * A message that a gateway posted, read but not yet believed. {@code toString} hides what is personal.
 *
 * @param event the message, typed
 * @param shape how it was told from others
 * @param kind what it is
 * @param told what it tells
 * @param isDoubtful whether something in it contradicts a success
 * @param hasSign whether something in it contradicts a failure
 */
public record Message<E>(E event, Shape<? extends E> shape, Kind kind, Told told, boolean isDoubtful, boolean hasSign) {

    /** The operation whose outcome it tells, as far as the message itself says; empty where it does not. */
    public String operation() {
        return kind.tells();
    }

    /** A text of the message by its wire name, whether it is an id or another value. */
    public Optional<String> text(String name) {
        return told.text(name);
    }

    /** The id by which both sides know the payment or question that it answers. */
    public Optional<String> key() {
        return told.first(Role.KEY);
    }

    /** Whether it only says that a request waited too long inside the gateway. */
    public boolean isTimeout() {
        return kind.means() == Decoded.State.UNKNOWN;
    }

    @Override
    public String toString() {
        return "Message[" + kind.name() + "]";
    }
}
