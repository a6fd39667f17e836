package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.runtime.Operation;

/**
 * Says how to read what comes of a question that a caller asks. It is called on the thread that asks, and for several
 * callers at once, so it keeps nothing and does not block. What it gives is used later on whatever thread has the
 * answer.
 */
@FunctionalInterface
public interface Inquirer<E, T> {

    /**
     * The inquiry about what the caller said; see {@link Inquiry} for what it is made of.
     *
     * @throws MpesaException if that cannot be asked; nothing was sent
     */
    Inquiry<E, T> inquiry(String call, Operation<?, ?> operation, Draft.Content content);
}
