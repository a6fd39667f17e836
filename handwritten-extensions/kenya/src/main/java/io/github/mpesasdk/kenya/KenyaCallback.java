package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.StkCallback;

/** What Safaricom posts to us, typed. The records are the spec's; {@code toString} hides what is personal. */
public sealed interface KenyaCallback {

    /** The outcome of an STK push. */
    record StkResult(StkCallback payload) implements KenyaCallback {}

    /** The result of B2C, B2B, balance, status or reversal. */
    record OperationResult(Result payload) implements KenyaCallback {}

    /** A request waited too long inside the gateway. Says nothing about its outcome, whatever code is in it. */
    record QueueTimeout(Result payload) implements KenyaCallback {}

    /** A customer pays or has paid at our short code: validation and confirmation have the same shape. */
    record C2bPayment(C2bNotification payload) implements KenyaCallback {}
}
