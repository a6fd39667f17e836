package io.github.mpesasdk.sandbox.ipg;

/** Why a request was refused or failed, in either gateway. */
public enum Reason {
    /** It was not finished in time. */
    TIMEOUT,
    /** The gateway has too much to do; where there is no such code, it does not finish in time. */
    OVERLOADED,
    /** The reference was used before. */
    DUPLICATE,
    /** It failed, for no better reason. */
    FAILED,
    /** The customer entered a wrong PIN. */
    WRONG_PIN,
    /** The customer declined. */
    CANCELLED,
    /** The payer lacks the money. */
    TOO_LITTLE_MONEY,
    /** The short code is not ours. */
    WRONG_SHORT_CODE,
    /** There is no such receiver. */
    NO_SUCH_RECEIVER,
    /** The amount is not to be had. */
    WRONG_AMOUNT,
    /** There is no such transaction to be reversed. */
    WRONG_TRANSACTION_ID,
    /** There is no such transaction to be told about. */
    NOT_FOUND
}
