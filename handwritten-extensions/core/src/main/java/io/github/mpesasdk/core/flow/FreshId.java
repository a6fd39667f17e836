package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.core.callback.CallbackTokens;
import org.jspecify.annotations.Nullable;

/** A once-only id for one request, made when it is needed for the first time. Used within one call, by one thread. */
final class FreshId {

    private final CallbackTokens tokens;
    private final String operation;
    private @Nullable String text;

    FreshId(CallbackTokens tokens, String operation) {
        this.tokens = tokens;
        this.operation = operation;
    }

    String text() {
        if (text == null) {
            text = tokens.makeId(operation);
        }
        return text;
    }
}
