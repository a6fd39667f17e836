package io.github.mpesasdk.sandbox.drc;

/** How a B2C payment is acknowledged. Both are on record, the second one doubtfully. */
public enum B2cAnswerForm {
    /** Under the event id 12001, with Insight_txid. */
    INSIGHT_TXID,
    /** Under the event id 80049, with InsightReference and CustomerMSISDN, as for C2B. */
    INSIGHT_REFERENCE
}
