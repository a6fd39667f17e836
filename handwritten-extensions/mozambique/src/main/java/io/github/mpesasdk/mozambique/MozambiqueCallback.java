package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.mozambiqueapi.model.QueryCustomerNameCallback;
import io.github.mpesasdk.mozambiqueapi.model.QueryTransactionStatusCallback;
import io.github.mpesasdk.mozambiqueapi.model.TransactionCallback;

/**
 * What Vodacom posts to us, typed. The records are the spec's; {@code toString} hides what is personal. No field says
 * which operation is answered: the kinds are told apart by the fields that only one of them has.
 */
public sealed interface MozambiqueCallback {

    /** The outcome of a payment or a reversal. */
    record Transaction(TransactionCallback payload) implements MozambiqueCallback {}

    /** The answer to a status query. */
    record Status(QueryTransactionStatusCallback payload) implements MozambiqueCallback {}

    /** The name of a customer. */
    record CustomerName(QueryCustomerNameCallback payload) implements MozambiqueCallback {}
}
