package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Outcome;

/** How to ask a gateway what became of one payment. */
public sealed interface StatusQuestion<E> {

    /**
     * It cannot be asked.
     *
     * @param why a sentence that says why, and what would help
     * @param othersCan whether a client with other settings could ask
     */
    record CannotAsk<E>(String why, boolean othersCan) implements StatusQuestion<E> {

        /** Nobody can ask. */
        public CannotAsk(String why) {
            this(why, false);
        }
    }

    /** It can be asked. */
    record CanAsk<E>(Inquiry<E, Outcome> inquiry) implements StatusQuestion<E> {}
}
