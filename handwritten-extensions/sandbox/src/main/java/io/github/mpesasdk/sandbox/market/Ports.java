package io.github.mpesasdk.sandbox.market;

import java.util.Map;
import java.util.Set;

/** Ports for single operations, which lead to the same server. They are opened when somebody first asks for one. */
public interface Ports {

    /** The ports of these operations; opens those that are closed. */
    Map<String, Integer> of(Set<String> operationIds);

    /** The ports that are open. */
    Map<String, Integer> opened();
}
