package io.github.mpesasdk.survival;

import java.util.EnumSet;

/** Where a machine can be killed: between two lines of the flow. "In transaction" is just before the commit. */
enum Point {
    PREPARE_BEFORE,
    PREPARE_IN_TRANSACTION,
    PREPARE_AFTER,
    SEND_BEFORE,
    SEND_AFTER,
    REQUEST_BEFORE,
    REQUEST_ANSWERED,
    ACCEPT_BEFORE,
    ACCEPT_IN_TRANSACTION,
    ACCEPT_AFTER,
    ACKNOWLEDGEMENT_IN_TRANSACTION,
    ACKNOWLEDGEMENT_AFTER,

    CALLBACK_ARRIVED,
    CALLBACK_BEFORE,
    CALLBACK_IN_TRANSACTION,
    CALLBACK_AFTER,
    CALLBACK_UNANSWERED,
    RECEIVE_BEFORE,
    RECEIVE_IN_TRANSACTION,
    RECEIVE_AFTER,

    CLAIM_IN_TRANSACTION,
    CLAIM_AFTER,
    QUESTION_BEFORE,
    QUESTION_ANSWERED,
    ANSWER_BEFORE,
    ANSWER_IN_TRANSACTION,
    ANSWER_AFTER,

    NOTICES_AFTER,
    LISTENER_BEFORE_ORDER,
    LISTENER_AFTER_ORDER,
    TOLD_IN_TRANSACTION,
    TOLD_AFTER;

    /** Whether nothing has reached the gateway by then. */
    boolean isBeforeRequest() {
        return compareTo(REQUEST_ANSWERED) < 0;
    }

    /** Whether nothing of the payment is in the journal by then. */
    boolean isBeforeJournal() {
        return this == PREPARE_BEFORE || this == PREPARE_IN_TRANSACTION;
    }

    /** Whether the journal says by then that the request was never sent. */
    boolean isPrepared() {
        return this == PREPARE_AFTER || this == SEND_BEFORE;
    }

    /** Whether the machine stops before it could write down what the gateway named the payment. */
    boolean losesName() {
        return compareTo(ACCEPT_AFTER) < 0;
    }

    /** Whether the machine stops with a callback that is not written down yet. */
    boolean losesCallback() {
        return EnumSet.of(
                        CALLBACK_ARRIVED,
                        CALLBACK_BEFORE,
                        CALLBACK_IN_TRANSACTION,
                        RECEIVE_BEFORE,
                        RECEIVE_IN_TRANSACTION)
                .contains(this);
    }
}
