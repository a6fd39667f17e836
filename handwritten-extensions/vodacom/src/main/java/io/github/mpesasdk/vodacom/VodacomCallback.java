package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.vodacomapi.model.DirectDebitCancelCallback;
import io.github.mpesasdk.vodacomapi.model.DirectDebitCreationCallback;
import io.github.mpesasdk.vodacomapi.model.DirectDebitPaymentCallback;
import io.github.mpesasdk.vodacomapi.model.QueryBeneficiaryNameCallback;
import io.github.mpesasdk.vodacomapi.model.QueryDirectDebitCallback;
import io.github.mpesasdk.vodacomapi.model.QueryTransactionStatusCallback;
import io.github.mpesasdk.vodacomapi.model.TransactionCallback;

/**
 * What the gateway posts to us, typed by its shape. A refusal carries few fields and may come as a
 * {@link TransactionResult}, whatever was asked. The records are the spec's; {@code toString} hides what is personal.
 */
public sealed interface VodacomCallback {

    /** The outcome of C2B, B2C, B2B, a reversal, or the second stage of a payment. */
    record TransactionResult(TransactionCallback payload) implements VodacomCallback {}

    /** The answer to a question for a transaction. */
    record StatusResult(QueryTransactionStatusCallback payload) implements VodacomCallback {}

    /** A mandate was created, or not. */
    record MandateCreation(DirectDebitCreationCallback payload) implements VodacomCallback {}

    /** The outcome of a payment under a mandate. */
    record MandatePayment(DirectDebitPaymentCallback payload) implements VodacomCallback {}

    /** The answer to a question for a mandate. */
    record MandateState(QueryDirectDebitCallback payload) implements VodacomCallback {}

    /** A mandate was cancelled, or not. */
    record MandateCancellation(DirectDebitCancelCallback payload) implements VodacomCallback {}

    /** The name of a customer. */
    record BeneficiaryName(QueryBeneficiaryNameCallback payload) implements VodacomCallback {}
}
