package io.github.mpesasdk.sandbox.kenya;

/** The two ways in which an STK query says "not finished yet". */
public enum PendingForm {
    /** HTTP 500 with error 500.001.1001, "The transaction is being processed". The older and better known one. */
    ERROR_500,
    /** HTTP 200 with ResultCode "4999". */
    RESULT_4999
}
