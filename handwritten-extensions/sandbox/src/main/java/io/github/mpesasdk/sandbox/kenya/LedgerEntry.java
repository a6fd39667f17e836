package io.github.mpesasdk.sandbox.kenya;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in the ledger. {@link #toString()} shows no party and no reference.
 *
 * @param receipt the M-Pesa receipt number, ten letters and digits
 * @param kind which operation caused it
 * @param status how far it is
 * @param amount in shillings
 * @param debitParty who pays, an MSISDN or a short code
 * @param creditParty who is paid, an MSISDN or a short code
 * @param reference the account reference or remark; for a reversal the receipt of the reversed transaction
 * @param originatorConversationId the sender's id if it sent one, else the gateway's; for STK the MerchantRequestID
 * @param conversationId the gateway's id; for STK the CheckoutRequestID
 * @param initiatedAt when it was accepted, by the sandbox's clock
 * @param endedAt when it was completed or failed, or null while it is pending
 */
public record LedgerEntry(
        String receipt,
        Kind kind,
        Status status,
        BigDecimal amount,
        String debitParty,
        String creditParty,
        String reference,
        String originatorConversationId,
        String conversationId,
        Instant initiatedAt,
        @Nullable Instant endedAt) {

    /** Which operation caused a transaction. */
    public enum Kind {
        /** A prompt that the customer approved. */
        STK_PUSH,
        /** A simulated customer payment. */
        C2B,
        /** A payment to a customer. */
        B2C,
        /** A payment to a business. */
        B2B,
        /** The return of a customer payment. */
        REVERSAL
    }

    /** How far a transaction is. */
    public enum Status {
        /** Accepted, not yet settled. */
        PENDING,
        /** The money moved. */
        COMPLETED,
        /** No money moved and none will. */
        FAILED,
        /** The money moved and was given back. */
        REVERSED
    }

    /** The amount as results write it: a whole number unless it has cents. */
    BigDecimal wholeAmount() {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    LedgerEntry as(Status now, Instant at) {
        return new LedgerEntry(
                receipt,
                kind,
                now,
                amount,
                debitParty,
                creditParty,
                reference,
                originatorConversationId,
                conversationId,
                initiatedAt,
                at);
    }

    @Override
    public String toString() {
        return "LedgerEntry[" + receipt + ", " + kind + ", " + status + ", amount=" + amount + "]";
    }
}
