package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who has how much, and what moved. Money has two decimals, and its currency is not looked at. Every customer begins
 * with 300,000, every short code with 1,000,000. Safe for use by several threads.
 */
public final class Ledger {

    private static final BigDecimal CUSTOMER_OPENING = new BigDecimal("300000.00");
    private static final BigDecimal BUSINESS_OPENING = new BigDecimal("1000000.00");

    private final Clock clock;
    private final Map<String, BigDecimal> balances = new HashMap<>();
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

    /** A ledger without transactions, which tells the time by a clock. */
    public Ledger(Clock clock) {
        this.clock = clock;
    }

    /** How much a customer or a business has; the party is an MSISDN or a short code. */
    public synchronized BigDecimal balance(String party) {
        BigDecimal known = balances.get(party);
        if (known != null) {
            return known;
        }
        return party.matches("\\d{11,}") ? CUSTOMER_OPENING : BUSINESS_OPENING;
    }

    /** Gives a customer or a business exactly this much, with two decimals at most. */
    public synchronized void setBalance(String party, BigDecimal balance) {
        balances.put(party, balance.setScale(2, RoundingMode.UNNECESSARY));
    }

    /** Every transaction, in the order of acceptance. */
    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The transaction of a market with this transaction id, conversation id, or id of the caller. */
    public synchronized Optional<LedgerEntry> find(String market, String id) {
        return entries.values().stream()
                .filter(entry -> entry.market().equals(market))
                .filter(entry -> id.equals(entry.transactionId())
                        || id.equals(entry.conversationId())
                        || id.equals(entry.callerReference()))
                .findFirst();
    }

    /** Notes a transaction that has begun, under an amount with two decimals. */
    public synchronized void open(LedgerEntry entry) {
        entries.put(entry.transactionId(), entry);
    }

    /** Takes the money from the payer, or ends the transaction as failed if there is too little. */
    public synchronized boolean hold(LedgerEntry entry) {
        BigDecimal left = balance(entry.debitParty()).subtract(entry.amount());
        if (left.signum() < 0) {
            end(entry, Status.FAILED);
            return false;
        }
        setBalance(entry.debitParty(), left);
        return true;
    }

    /** Gives money that was held to the payee, and completes the transaction. */
    public synchronized void commit(LedgerEntry entry) {
        setBalance(entry.creditParty(), balance(entry.creditParty()).add(entry.amount()));
        end(entry, Status.COMPLETED);
    }

    /** Gives money that was held back to the payer, and cancels the transaction. */
    public synchronized void giveBack(LedgerEntry entry) {
        setBalance(entry.debitParty(), balance(entry.debitParty()).add(entry.amount()));
        end(entry, Status.CANCELLED);
    }

    /** Moves the money if it is there, and ends the transaction as completed or failed. */
    public synchronized boolean settle(LedgerEntry entry) {
        boolean held = hold(entry);
        if (held) {
            commit(entry);
        }
        return held;
    }

    /** Ends a transaction, unless a reset has forgotten it. */
    public synchronized void end(LedgerEntry entry, Status status) {
        entries.computeIfPresent(entry.transactionId(), (id, known) -> entry.as(status, clock.instant()));
    }

    /** Marks a payment as given back, unless it is not there to be given back. */
    public synchronized boolean reverse(LedgerEntry entry) {
        LedgerEntry known = entries.get(entry.transactionId());
        if (known == null || known.status() != Status.COMPLETED) {
            return false;
        }
        end(entry, Status.REVERSED);
        return true;
    }

    /** Forgets balances and transactions. */
    public synchronized void reset() {
        balances.clear();
        entries.clear();
    }
}
