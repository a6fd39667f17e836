package io.github.mpesasdk.drc;

import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;

/**
 * What the gateway posts to us. The records are the spec's, with {@code -1} where a value is absent; {@code toString}
 * hides what is personal.
 */
public sealed interface DrcCallback {

    /** The outcome of a payment of a customer. */
    record C2bResult(DrcC2bCallback payload) implements DrcCallback {}

    /** The outcome of a payment to a customer. */
    record B2cResult(DrcB2cCallback payload) implements DrcCallback {}
}
