package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.runtime.Operation;

/** Says how to read what comes of a question that a caller asks. */
@FunctionalInterface
public interface Inquirer<E, T> {

    /** The inquiry about what the caller said; see {@link Inquiry} for what it is made of. */
    Inquiry<E, T> inquiry(String call, Operation<?, ?> operation, Draft.Content content);
}
