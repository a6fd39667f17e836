package io.github.mpesasdk.sandbox.ledger;

import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who has how much, and what moved. Money has two decimals, and its currency is not looked at. Every customer begins
 * with 300,000, every short code with 1,000,000; in Kenya that is its working account, beside 500,000 in the utility
 * account. It keeps 10,000 transactions and 10,000 balances; of more, the oldest are forgotten, and a balance that was
 * forgotten is as at the beginning. Safe for use by several threads.
 */
public final class Ledger {

    private final Clock clock;
    private final UnaryOperator<String> party;
    private final LatestMap<Purse, BigDecimal> balances =
            new LatestMap<>((purse, balance) -> purse.owner().length());
    private final LatestMap<String, LedgerEntry> entries = new LatestMap<>((receipt, entry) -> entry.length());

    /** A ledger without transactions, which tells the time by a clock. */
    public Ledger(Clock clock) {
        this(clock, UnaryOperator.identity());
    }

    /**
     * A ledger without transactions, where a party may have several numbers.
     *
     * @param clock tells the time
     * @param party of all numbers of a party, the one under which its money is kept
     */
    public Ledger(Clock clock, UnaryOperator<String> party) {
        this.clock = clock;
        this.party = party;
    }

    /** How much a party has; it is an MSISDN, or outside Kenya a short code. */
    public BigDecimal balance(String party) {
        return balance(Purse.of(party));
    }

    /** How much one account of a short code holds. */
    public BigDecimal balance(String shortCode, Account account) {
        return balance(new Purse(shortCode, account));
    }

    /** Gives a party exactly this much, with two decimals at most. */
    public void setBalance(String party, BigDecimal balance) {
        set(Purse.of(party), balance);
    }

    /** Gives one account of a short code exactly this much, with two decimals at most. */
    public void setBalance(String shortCode, Account account, BigDecimal balance) {
        set(new Purse(shortCode, account), balance);
    }

    /** The transactions that are kept, in the order of acceptance. */
    public synchronized List<LedgerEntry> entries() {
        return entries.values();
    }

    /** The transaction of a market with this receipt, or of the conversation with this id. */
    public synchronized Optional<LedgerEntry> find(String market, String id) {
        return entries.values().stream()
                .filter(entry -> entry.conversation().market().equals(market))
                .filter(entry ->
                        id.equals(entry.receipt()) || entry.conversation().has(id))
                .findFirst();
    }

    /** A transaction that begins now, under an amount with two decimals at most. It is not noted yet. */
    public LedgerEntry entry(
            String receipt, Kind kind, BigDecimal amount, Purse from, Purse to, String reference, Conversation ids) {
        BigDecimal exact = amount.setScale(2, RoundingMode.UNNECESSARY);
        return new LedgerEntry(receipt, kind, Status.PENDING, exact, from, to, reference, ids, clock.instant(), null);
    }

    /** Notes a transaction. */
    public synchronized LedgerEntry open(LedgerEntry entry) {
        entries.put(entry.receipt(), entry);
        return entry;
    }

    /** Takes the money from the payer, or ends the transaction as failed if there is too little. */
    public synchronized boolean hold(LedgerEntry entry) {
        boolean enough = balance(entry.from()).compareTo(entry.amount()) >= 0;
        if (enough) {
            add(entry.from(), entry.amount().negate());
        } else {
            end(entry, Status.FAILED);
        }
        return enough;
    }

    /** Gives money that was held to the payee, and completes the transaction. */
    public synchronized void commit(LedgerEntry entry) {
        add(entry.to(), entry.amount());
        end(entry, Status.COMPLETED);
    }

    /** Gives money that was held back to the payer, and cancels the transaction. */
    public synchronized void giveBack(LedgerEntry entry) {
        add(entry.from(), entry.amount());
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

    /** Ends a transaction, unless it is forgotten. */
    public synchronized void end(LedgerEntry entry, Status status) {
        entries.get(entry.receipt())
                .ifPresent(known -> entries.replace(entry.receipt(), known, entry.as(status, clock.instant())));
    }

    /** Marks a payment as given back, unless it is not there to be given back. */
    public synchronized boolean reverse(LedgerEntry entry) {
        boolean completed = entries.get(entry.receipt())
                .filter(known -> known.status() == Status.COMPLETED)
                .isPresent();
        if (completed) {
            end(entry, Status.REVERSED);
        }
        return completed;
    }

    /** Books a charge, which may bring the account below zero. */
    public synchronized void charge(String shortCode, BigDecimal charge) {
        add(new Purse(shortCode, Account.CHARGES_PAID), charge.negate());
    }

    /** Forgets balances and transactions. */
    public synchronized void reset() {
        balances.clear();
        entries.clear();
    }

    /** How much is in a purse. */
    public synchronized BigDecimal balance(Purse purse) {
        return balances.get(kept(purse)).orElseGet(purse::opening);
    }

    /** The purse that the money of this one is kept in: the same for all numbers of a party. */
    public Purse kept(Purse purse) {
        return new Purse(party.apply(purse.owner()), purse.account());
    }

    private synchronized void set(Purse purse, BigDecimal balance) {
        balances.put(kept(purse), balance.setScale(2, RoundingMode.UNNECESSARY));
    }

    private void add(Purse purse, BigDecimal amount) {
        set(purse, balance(purse).add(amount));
    }
}
