package io.github.mpesasdk.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a market received and what it sent back on its own. Safe for use by several threads. */
public final class Journal {

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    Journal() {}

    /** Every request, in the order in which the answers were decided. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The requests to one operation. */
    public List<Exchange> of(String operationId) {
        return exchanges().stream()
                .filter(exchange -> operationId.equals(exchange.operationId()))
                .toList();
    }

    /** How many requests reached one operation. */
    public int count(String operationId) {
        return of(operationId).size();
    }

    /** Every callback, sent or not, in the order in which they ended. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /**
     * Everything the spec has against the requests, and against the replies to callbacks, in words. A correct client
     * leaves this empty.
     */
    public List<String> violations() {
        return Stream.concat(
                        exchanges().stream().map(Exchange::violations),
                        deliveries().stream().map(Delivery::violations))
                .flatMap(List::stream)
                .toList();
    }

    synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    synchronized void add(Delivery delivery) {
        deliveries.add(delivery);
    }

    synchronized void clear() {
        exchanges.clear();
        deliveries.clear();
    }
}
