package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.market.Ports;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The port of each operation. They are opened together when somebody first asks for one. */
final class OperationPorts {

    private final Ports ports;
    private final Set<String> operations;
    private final Map<String, Integer> byOperation = new TreeMap<>();

    OperationPorts(Ports ports, Set<String> operations) {
        this.ports = ports;
        this.operations = operations;
    }

    synchronized Map<String, Integer> all() {
        if (byOperation.isEmpty()) {
            operations.forEach(id -> byOperation.put(id, ports.open()));
        }
        return Map.copyOf(byOperation);
    }

    /**
     * The port of an operation.
     *
     * @throws IllegalArgumentException if there is no such operation
     */
    int of(String operationId) {
        Integer port = all().get(operationId);
        if (port == null) {
            throw new IllegalArgumentException("no operation " + operationId);
        }
        return port;
    }

    /** Whether a request to an operation came in by the port of another. */
    synchronized boolean isWrong(int port, String operationId) {
        return byOperation.containsValue(port) && !Integer.valueOf(port).equals(byOperation.get(operationId));
    }
}
