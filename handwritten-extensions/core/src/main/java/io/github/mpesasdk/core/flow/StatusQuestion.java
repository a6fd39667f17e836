package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;

/** How to ask a gateway what became of one payment. */
public sealed interface StatusQuestion<E> {

    /** It cannot be asked; the sentence says why, and what would help. */
    record CannotAsk<E>(String why) implements StatusQuestion<E> {}

    /** It can be asked. */
    record CanAsk<E>(Inquiry<E, ?, ?, Outcome> inquiry) implements StatusQuestion<E> {}
}
