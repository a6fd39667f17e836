package io.github.mpesasdk.runtime;

/** What a field of a message is to a reader; the spec's {@code x-role}. */
public enum Role {
    /** The id by which both sides know the payment or question: it is asked for by it. */
    KEY,
    /** Another id. */
    ID,
    /** The M-Pesa receipt, which only a payment that was made has. */
    RECEIPT,
    /** Names the transaction, and is its receipt if it was made; of others it may be a placeholder. */
    TRANSACTION,
    /** The gateway's id of the call, for its support. */
    REQUEST,
    /** The code that says what became of the matter. */
    CODE,
    /** The same in words. */
    WORDS,
    /** The word for the state of a transaction that was asked about. */
    STATUS,
    /** The amount of the payment, and not a fee or a balance. */
    AMOUNT,
    /** Of no use to a reader. */
    NONE,
    /** Anything else; the spec need not say so. */
    VALUE;

    /** Whether a text of this role tells nothing of a person, and may be shown where the spec does not say. */
    boolean isHarmless() {
        return this != VALUE && this != NONE && this != WORDS;
    }
}
