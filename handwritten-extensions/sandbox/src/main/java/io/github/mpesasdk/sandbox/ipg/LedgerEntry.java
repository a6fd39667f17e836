package io.github.mpesasdk.sandbox.ipg;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in the ledger. {@link #toString()} shows no party and no reference.
 *
 * @param transactionId the gateway's id, twelve letters and digits; in the DRC's SOAP gateway the receipt
 * @param kind which operation caused it
 * @param status how far it is
 * @param amount in the market's currency
 * @param debitParty who pays, an MSISDN or a short code
 * @param creditParty who is paid, an MSISDN or a short code
 * @param reference the transaction reference; for a reversal the id of the reversed transaction; in the DRC's SOAP
 *     gateway ThirdPartyReference
 * @param conversationId the gateway's id of the request
 * @param callerReference the caller's id of the request: ThirdPartyConversationID, in Mozambique's own API and in the
 *     DRC's SOAP gateway ThirdPartyReference
 * @param market the market it was made in, as in the path; {@code mozambique} in Mozambique's own API, {@code drc} in
 *     the DRC's SOAP gateway
 * @param initiatedAt when it was accepted, by the sandbox's clock
 * @param endedAt when it ended, or null while it is pending
 */
public record LedgerEntry(
        String transactionId,
        Kind kind,
        Status status,
        BigDecimal amount,
        String debitParty,
        String creditParty,
        String reference,
        String conversationId,
        String callerReference,
        String market,
        Instant initiatedAt,
        @Nullable Instant endedAt) {

    /** Which operation caused a transaction. */
    public enum Kind {
        /** A prompt to a customer. */
        C2B,
        /** A prompt to a customer whose money is held until it is committed. */
        C2B_MULTI_STAGE,
        /** A payment to a customer. */
        B2C,
        /** A payment to a business. */
        B2B,
        /** The return of a payment. */
        REVERSAL,
        /** A payment under a mandate. */
        DIRECT_DEBIT
    }

    /** How far a transaction is. */
    public enum Status {
        /** Accepted, not yet settled; of two stages, the money is held. */
        PENDING,
        /** The money moved. */
        COMPLETED,
        /** No money moved and none will. */
        FAILED,
        /** The customer declined, or the money that was held was given back. */
        CANCELLED,
        /** Nobody answered the prompt in time, and no money moved. */
        EXPIRED,
        /** The money moved and was given back. */
        REVERSED
    }

    LedgerEntry as(Status now, Instant at) {
        return new LedgerEntry(
                transactionId,
                kind,
                now,
                amount,
                debitParty,
                creditParty,
                reference,
                conversationId,
                callerReference,
                market,
                initiatedAt,
                at);
    }

    @Override
    public String toString() {
        return "LedgerEntry[" + transactionId + ", " + kind + ", " + status + ", amount=" + amount + "]";
    }
}
