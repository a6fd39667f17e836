package io.github.mpesasdk.sandbox.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in the ledger. {@link #toString()} shows no party and no reference.
 *
 * @param receipt M-Pesa's id of it
 * @param kind which operation caused it
 * @param status how far it is
 * @param amount in the market's currency, with two decimals
 * @param from where the money comes from
 * @param to where it goes
 * @param reference what the sender wrote; for a reversal the receipt of the reversed transaction
 * @param conversation the ids of the request
 * @param initiatedAt when it was accepted, by the sandbox's clock
 * @param endedAt when it ended, or null while it is pending
 */
public record LedgerEntry(
        String receipt,
        Kind kind,
        Status status,
        BigDecimal amount,
        Purse from,
        Purse to,
        String reference,
        Conversation conversation,
        Instant initiatedAt,
        @Nullable Instant endedAt) {

    /** Which operation caused a transaction. */
    public enum Kind {
        /** A prompt that the customer of Safaricom approved. */
        STK_PUSH,
        /** A prompt to a customer of Vodacom, or a simulated payment in Kenya. */
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
        REVERSED;

        /** As status queries say it. Completed is documented; the others are inferred. */
        public String word() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** Who pays, an MSISDN or a short code. */
    public String debitParty() {
        return from.owner();
    }

    /** Who is paid, an MSISDN or a short code. */
    public String creditParty() {
        return to.owner();
    }

    /** How many characters of it strangers wrote. */
    public int length() {
        return reference.length()
                + from.owner().length()
                + to.owner().length()
                + conversation.senderId().length();
    }

    LedgerEntry as(Status now, Instant at) {
        return new LedgerEntry(receipt, kind, now, amount, from, to, reference, conversation, initiatedAt, at);
    }

    @Override
    public String toString() {
        return "LedgerEntry[" + receipt + ", " + kind + ", " + status + ", amount=" + amount + "]";
    }
}
