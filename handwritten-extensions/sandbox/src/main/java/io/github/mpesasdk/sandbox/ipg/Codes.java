package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.market.Violation;

/** The codes with which a gateway says what both of them have to say. */
public interface Codes {

    /** It was done, or the question was answered. */
    InsCode success(Call call);

    /** It was accepted, and the outcome will be told later. */
    default InsCode accepted(Call call) {
        return success(call);
    }

    /** It was done, in a callback. */
    default InsCode announced(Call call) {
        return success(call);
    }

    /** What a violation of the spec is refused with. */
    InsCode violation(String operationId, Violation violation);

    /** The gateway failed inside. */
    InsCode internal(String operationId);

    /** The code of a reason. */
    InsCode of(Reason reason);
}
