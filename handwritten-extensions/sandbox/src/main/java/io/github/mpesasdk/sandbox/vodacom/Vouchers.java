package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.LedgerEntry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The payments whose money is held, by their vouchers. A voucher serves once. */
final class Vouchers {

    private final Map<String, LedgerEntry> held = new ConcurrentHashMap<>();

    void put(String voucher, LedgerEntry entry) {
        held.put(voucher, entry);
    }

    /** Uses up a voucher, if it belongs to this transaction. */
    Optional<LedgerEntry> take(String voucher, String transactionId) {
        return Optional.ofNullable(held.get(voucher))
                .filter(entry -> entry.transactionId().equals(transactionId))
                .filter(entry -> held.remove(voucher, entry));
    }

    void reset() {
        held.clear();
    }
}
