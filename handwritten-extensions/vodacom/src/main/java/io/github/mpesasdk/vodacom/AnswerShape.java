package io.github.mpesasdk.vodacom;

import java.util.Arrays;
import java.util.List;

/** Which answer a body is, told by fields that only one kind has; the first that fits. */
enum AnswerShape {
    CALLBACK_REPLY("callbackReply", "", List.of("OriginalConversationID")),
    SESSION("session", "getSession", List.of("SessionID")),
    STATUS(
            "queryTransactionStatusAnswer",
            VodacomOutcomes.STATUS_QUERY,
            List.of("ResponseTransactionStatus", "OriginalTransactionID", "Reversed")),
    BENEFICIARY_NAME(
            "queryBeneficiaryNameAnswer", "queryBeneficiaryName", List.of("CustomerFirstName", "CustomerLastName")),
    MANDATE_STATE(
            "queryDirectDebitAnswer",
            "queryDirectDebit",
            List.of("MandateStatus", "AccountStatus", "SufficientBalance")),
    MULTI_STAGE("c2bPaymentMultiStageAnswer", "c2bPaymentMultiStage", List.of("VoucherCode")),
    TRANSACTION("transactionAnswer", "", List.of("TransactionID")),
    // Creation and cancelling answer alike, apart from an id that is not always there.
    MANDATE("directDebitAnswer", "", List.of("TransactionReference")),
    ACKNOWLEDGEMENT("acknowledgement", "", List.of());

    private final String kind;
    private final String operation;
    private final List<String> signs;

    AnswerShape(String kind, String operation, List<String> signs) {
        this.kind = kind;
        this.operation = operation;
        this.signs = signs;
    }

    static AnswerShape of(WireFields fields) {
        return Arrays.stream(values())
                .filter(shape -> shape.signs.stream().anyMatch(fields::has))
                .findFirst()
                .orElse(ACKNOWLEDGEMENT);
    }

    /** The kind in normal form. */
    String kind() {
        return kind;
    }

    /** The operation id under which its codes stand; empty if it is not known. */
    String operation() {
        return operation;
    }
}
