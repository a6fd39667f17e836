package io.github.mpesasdk.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which entries of a journal somebody wants to see.
 *
 * @param operation of this operation only; empty for all
 * @param after only requests with a higher number
 * @param afterCallback only callbacks behind so many
 * @param limit so many at most, the oldest first
 */
record JournalQuery(String operation, long after, long afterCallback, int limit) {

    private static final Set<String> NAMES = Set.of("operation", "after", "afterCallback", "limit");

    /**
     * Reads it from the parameters of an address.
     *
     * @throws IllegalArgumentException if a parameter is not known, or not what it must be
     */
    static JournalQuery of(Map<String, String> query) {
        for (String name : query.keySet()) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("no parameter " + name + "; there are " + new TreeSet<>(NAMES));
            }
        }
        return new JournalQuery(
                query.getOrDefault("operation", ""), number(query, "after", 0), number(query, "afterCallback", 0), (int)
                        Math.min(number(query, "limit", Journal.MOST), Journal.MOST));
    }

    List<Exchange> exchanges(Journal journal) {
        return journal.exchanges().stream()
                .filter(exchange -> exchange.id() > after)
                .filter(exchange -> operation.isEmpty() || operation.equals(exchange.operationId()))
                .limit(limit)
                .toList();
    }

    List<Delivery> deliveries(Journal journal) {
        return journal.deliveriesAfter(afterCallback).stream()
                .filter(delivery -> operation.isEmpty() || operation.equals(delivery.operationId()))
                .limit(limit)
                .toList();
    }

    private static long number(Map<String, String> query, String name, long usual) {
        String text = query.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(name + " is a whole number from 0");
        }
        return Long.parseLong(text);
    }
}
