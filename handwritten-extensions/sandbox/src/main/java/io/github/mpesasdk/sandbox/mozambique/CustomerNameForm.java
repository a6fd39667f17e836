package io.github.mpesasdk.sandbox.mozambique;

/** How the answer to a customer name query names its code. Both occur. */
public enum CustomerNameForm {
    /** {@code output_ResultCode}, as the documents have it. */
    RESULT_CODE,
    /** {@code output_ResponseCode}, as a recorded answer has it. */
    RESPONSE_CODE
}
