package io.github.mpesasdk.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * What a market received and what it sent back on its own. It keeps the last 10,000 requests and the last 10,000
 * callbacks, and fewer where they have more than 20 million characters. Safe for use by several threads.
 */
public final class Journal {

    static final int MOST = 10_000;

    private static final long MOST_CHARACTERS = 20_000_000;

    private long lastId;
    private long characters;
    private long delivered;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private volatile Consumer<Object> listener = event -> {};

    Journal() {}

    /** The requests that are kept, in the order in which the answers were decided. */
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

    /** The callbacks that are kept, sent or not, in the order in which they ended. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** The callbacks that are kept, without so many that were the first to end. */
    synchronized List<Delivery> deliveriesAfter(long first) {
        long gone = delivered - deliveries.size();
        return deliveries.stream().skip(Math.max(0, first - gone)).toList();
    }

    /** How many callbacks have ended, kept or not. */
    synchronized long delivered() {
        return delivered;
    }

    /** The number of the last entry, 0 before the first. */
    synchronized long lastId() {
        return lastId;
    }

    /** What requests had that the gateway is known to refuse, in words with their evidence. */
    public List<String> refused() {
        return exchanges().stream().map(Exchange::refused).flatMap(List::stream).toList();
    }

    /** What else the spec has against the requests, and against the replies to callbacks: the gateway takes it. */
    public List<String> remarks() {
        return all(Exchange::remarks);
    }

    /** What is refused and what is remarked. A client that keeps to the spec leaves this empty. */
    public List<String> violations() {
        return all(Exchange::violations);
    }

    private List<String> all(Function<Exchange, List<String>> ofRequests) {
        return Stream.concat(
                        exchanges().stream().map(ofRequests),
                        deliveries().stream().map(Delivery::violations))
                .flatMap(List::stream)
                .toList();
    }

    /** Lets somebody hear of each entry, once it is written. */
    void tellTo(Consumer<Object> newListener) {
        listener = newListener;
    }

    /**
     * Writes a request down, which is made for the number that it gets: the numbers of what is kept ascend.
     *
     * @return tells the listener of it
     */
    synchronized Runnable add(LongFunction<Exchange> numbered) {
        Exchange exchange = numbered.apply(++lastId);
        keep(exchanges, exchange);
        return () -> listener.accept(exchange);
    }

    /**
     * Writes a callback down.
     *
     * @return tells the listener of it
     */
    synchronized Runnable add(Delivery delivery) {
        delivered++;
        keep(deliveries, delivery);
        return () -> listener.accept(delivery);
    }

    synchronized void clear() {
        exchanges.clear();
        deliveries.clear();
        characters = 0;
    }

    private <E> void keep(Deque<E> entries, E entry) {
        if (entries.size() == MOST) {
            characters -= length(entries.removeFirst());
        }
        entries.add(entry);
        characters += length(entry);
        while (characters > MOST_CHARACTERS && exchanges.size() + deliveries.size() > 1) {
            Deque<?> longer = exchanges.size() > 1 ? exchanges : deliveries;
            characters -= length(longer.removeFirst());
        }
    }

    private static long length(Object entry) {
        if (entry instanceof Exchange exchange) {
            return exchange.length();
        }
        return entry instanceof Delivery delivery
                ? delivery.url().length() + delivery.body().length()
                : 0;
    }
}
