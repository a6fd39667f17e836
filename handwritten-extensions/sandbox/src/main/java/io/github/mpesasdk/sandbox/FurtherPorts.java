package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The ports that single operations have. */
final class FurtherPorts implements Ports, AutoCloseable {

    private final Map<String, Integer> asked;
    private final IntFunction<Listener> opener;
    private final List<Listener> listeners = new ArrayList<>();
    private final Map<String, Integer> opened = new TreeMap<>();

    /**
     * Ports to be opened.
     *
     * @param asked which port an operation shall have; others get a free one
     * @param opener opens a port, or a free one for 0
     */
    FurtherPorts(Map<String, Integer> asked, IntFunction<Listener> opener) {
        this.asked = Map.copyOf(asked);
        this.opener = opener;
    }

    /**
     * Opens the ports that were asked for.
     *
     * @throws IllegalArgumentException if one is for an operation that there is not
     */
    void openAsked(Set<String> operationIds) {
        if (!operationIds.containsAll(asked.keySet())) {
            throw new IllegalArgumentException("ports are for the operations " + new TreeSet<>(operationIds));
        }
        of(asked.keySet());
    }

    @Override
    public synchronized Map<String, Integer> of(Set<String> operationIds) {
        for (String operation : operationIds) {
            opened.computeIfAbsent(operation, absent -> open(asked.getOrDefault(operation, 0)));
        }
        return Map.copyOf(opened);
    }

    @Override
    public synchronized Map<String, Integer> opened() {
        return Map.copyOf(opened);
    }

    @Override
    public synchronized void close() {
        listeners.forEach(Listener::close);
    }

    private int open(int port) {
        Listener listener = opener.apply(port);
        listeners.add(listener);
        return listener.port();
    }
}
