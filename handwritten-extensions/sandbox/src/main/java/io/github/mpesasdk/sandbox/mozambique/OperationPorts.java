package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.market.Ports;
import java.util.Map;
import java.util.Set;

/** The port of each operation, one for all tenants. */
final class OperationPorts {

    private final Ports ports;
    private final Set<String> operations;

    OperationPorts(Ports ports, Set<String> operations) {
        this.ports = ports;
        this.operations = operations;
    }

    Map<String, Integer> all() {
        return ports.of(operations);
    }

    /**
     * The port of an operation.
     *
     * @throws IllegalArgumentException if there is no such operation
     */
    int of(String operationId) {
        Integer port = all().get(operationId);
        if (port == null) {
            throw new IllegalArgumentException("no operation " + operationId + "; there are " + operations);
        }
        return port;
    }

    /** Whether a request to an operation came in by the port of another. */
    boolean isWrong(int port, String operationId) {
        Map<String, Integer> opened = ports.opened();
        return opened.containsValue(port) && !Integer.valueOf(port).equals(opened.get(operationId));
    }
}
