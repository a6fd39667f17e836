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

    /** It was not finished in time. */
    InsCode timeout();

    /** The gateway has too much to do; where there is no such code, it does not finish in time. */
    InsCode overloaded();

    /** The reference was used before. */
    InsCode duplicate();

    /** It failed, for no better reason. */
    InsCode failed();

    /** The customer entered a wrong PIN. */
    InsCode wrongPin();

    /** The customer declined. */
    InsCode cancelled();

    /** Whoever was to pay lacks the money. */
    InsCode tooLittleMoney();

    /** The short code is not ours. */
    InsCode wrongShortCode();

    /** There is no such receiver. */
    InsCode noSuchReceiver();

    /** The amount is not to be had. */
    InsCode wrongAmount();

    /** There is no such transaction to be reversed. */
    InsCode wrongTransactionId();

    /** There is no such transaction to be told about. */
    InsCode notFound();
}
