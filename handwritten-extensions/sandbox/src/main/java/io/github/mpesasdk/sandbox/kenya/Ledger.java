package io.github.mpesasdk.sandbox.kenya;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has how much, and what moved. Money is in shillings with two decimals. Every customer begins with 300,000, every
 * working account with 1,000,000, every utility account with 500,000, and every other account with nothing. Safe for
 * use by several threads.
 */
public final class Ledger {

    private static final Map<Account, BigDecimal> OPENING = Map.of(
            Account.WORKING, money("1000000"),
            Account.UTILITY, money("500000"));
    private static final BigDecimal CUSTOMER_OPENING = money("300000");
    private static final BigDecimal NOTHING = money("0");

    private final Clock clock;
    private final Map<Purse, BigDecimal> balances = new HashMap<>();
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

    Ledger(Clock clock) {
        this.clock = clock;
    }

    /** How much a customer has. */
    public BigDecimal customer(String msisdn) {
        return balance(Purse.of(msisdn));
    }

    /** Gives a customer exactly this much. */
    public void setCustomer(String msisdn, BigDecimal balance) {
        set(Purse.of(msisdn), balance);
    }

    /** How much an account of a short code holds. */
    public BigDecimal account(String shortCode, Account account) {
        return balance(new Purse(shortCode, account));
    }

    /** Gives an account exactly this much. */
    public void setAccount(String shortCode, Account account, BigDecimal balance) {
        set(new Purse(shortCode, account), balance);
    }

    /** Every transaction, in the order of acceptance. */
    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The transaction with this receipt, conversation id, or originator's conversation id. */
    public synchronized Optional<LedgerEntry> find(String id) {
        LedgerEntry byReceipt = entries.get(id);
        if (byReceipt != null) {
            return Optional.of(byReceipt);
        }
        return entries.values().stream()
                .filter(entry -> id.equals(entry.conversationId()) || id.equals(entry.originatorConversationId()))
                .findFirst();
    }

    synchronized void open(LedgerEntry entry) {
        entries.put(entry.receipt(), entry);
    }

    /** Books an entry unless its originator's id was used before, by a payment of whatever outcome. */
    synchronized boolean openOnce(LedgerEntry entry) {
        boolean used = entries.values().stream()
                .anyMatch(other -> other.originatorConversationId().equals(entry.originatorConversationId()));
        if (!used) {
            open(entry);
        }
        return !used;
    }

    /** Moves the money of an entry if it is there, and marks the entry completed or failed. */
    synchronized boolean settle(LedgerEntry entry, Purse from, Purse to) {
        boolean enough = balance(from).compareTo(entry.amount()) >= 0;
        if (enough) {
            add(from, entry.amount().negate());
            add(to, entry.amount());
        }
        mark(entry, enough ? LedgerEntry.Status.COMPLETED : LedgerEntry.Status.FAILED);
        return enough;
    }

    /** Books a charge, which may bring the account below zero. */
    synchronized void charge(String shortCode, BigDecimal charge) {
        add(new Purse(shortCode, Account.CHARGES_PAID), charge.negate());
    }

    synchronized void mark(LedgerEntry entry, LedgerEntry.Status status) {
        entries.put(entry.receipt(), entry.as(status, clock.instant()));
    }

    synchronized void reset() {
        balances.clear();
        entries.clear();
    }

    private synchronized BigDecimal balance(Purse purse) {
        BigDecimal known = balances.get(purse);
        return known == null ? opening(purse) : known;
    }

    private synchronized void set(Purse purse, BigDecimal balance) {
        balances.put(purse, balance.setScale(2, RoundingMode.UNNECESSARY));
    }

    private void add(Purse purse, BigDecimal amount) {
        set(purse, balance(purse).add(amount));
    }

    private static BigDecimal opening(Purse purse) {
        return purse.account() == null ? CUSTOMER_OPENING : OPENING.getOrDefault(purse.account(), NOTHING);
    }

    private static BigDecimal money(String shillings) {
        return new BigDecimal(shillings).setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Where money is: with a customer, or in an account of a short code. */
    record Purse(String owner, @Nullable Account account) {

        static Purse of(String msisdn) {
            return new Purse(msisdn, null);
        }
    }
}
