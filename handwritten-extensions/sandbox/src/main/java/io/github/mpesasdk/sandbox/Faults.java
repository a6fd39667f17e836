package io.github.mpesasdk.sandbox;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a market shall misbehave. Faults are queued for each operation, and a queued fault is used up by the next request
 * to that operation, whatever becomes of the request. Safe for use by several threads.
 */
public final class Faults {

    /** How many requests to one operation can be spoiled in advance. */
    static final int MOST = 1000;

    private final Set<String> operations;
    private final Map<String, Deque<Set<Fault>>> queued = new HashMap<>();
    private final Map<String, Set<Fault>> lasting = new HashMap<>();

    Faults(Set<String> operations) {
        this.operations = new TreeSet<>(operations);
    }

    /**
     * Spoils one request: the next one that no earlier call claims. Several faults strike the same request; to spoil
     * the request after it, call this again.
     *
     * @throws IllegalArgumentException if the operation is unknown, two of the faults cannot strike together, or 1000
     *     requests are to be spoiled already
     */
    public synchronized void next(String operationId, Fault... faults) {
        Set<Fault> together = together(operationId, faults);
        Deque<Set<Fault>> queue = queued.computeIfAbsent(operationId, id -> new ArrayDeque<>());
        if (queue.size() >= MOST) {
            throw new IllegalArgumentException(MOST + " requests to " + operationId
                    + " are to be spoiled already, which is the most; always lasts");
        }
        queue.add(together);
    }

    /**
     * Spoils every request that has no queued fault, until {@link #clear()}.
     *
     * @throws IllegalArgumentException if the operation is unknown, or two of the faults cannot strike together
     */
    public synchronized void always(String operationId, Fault... faults) {
        lasting.put(operationId, together(operationId, faults));
    }

    /** Behaves again. */
    public synchronized void clear() {
        queued.clear();
        lasting.clear();
    }

    /** Where faults can be asked for. */
    Set<String> operations() {
        return operations;
    }

    /** What is queued for each operation, the next first. */
    synchronized Map<String, List<Set<Fault>>> queued() {
        Map<String, List<Set<Fault>>> all = new TreeMap<>();
        queued.forEach((operation, queue) -> all.put(operation, List.copyOf(queue)));
        return all;
    }

    /** What lasts, for each operation. */
    synchronized Map<String, Set<Fault>> lasting() {
        return new TreeMap<>(lasting);
    }

    /** The faults of the request that is arriving now, which uses up a queued entry. */
    synchronized Set<Fault> take(String operationId) {
        Deque<Set<Fault>> queue = queued.get(operationId);
        Set<Fault> next = queue == null ? null : queue.poll();
        return next == null ? lasting.getOrDefault(operationId, Set.of()) : next;
    }

    private Set<Fault> together(String operationId, Fault... faults) {
        if (!operations.contains(operationId)) {
            throw new IllegalArgumentException("no operation " + operationId + "; there are " + operations);
        }
        Set<Fault> together = EnumSet.noneOf(Fault.class);
        Collections.addAll(together, faults);
        long answers = together.stream()
                .filter(fault -> fault.moment() != Fault.Moment.CALLBACK)
                .count();
        if (answers > 1) {
            throw new IllegalArgumentException("one answer cannot have all of " + together);
        }
        return together;
    }
}
