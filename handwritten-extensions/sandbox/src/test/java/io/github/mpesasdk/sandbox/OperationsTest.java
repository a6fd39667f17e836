package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.sandbox.market.MarketSandbox;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a spec has, the sandbox serves; only what it serves can misbehave. */
@ExtendWith(SandboxExtension.class)
class OperationsTest {

    @Test
    void everyOperationOfEverySpecIsServed(Sandbox sandbox) {
        assertAll(
                () -> served(sandbox.kenya(), "daraja/openapi.yaml"),
                () -> served(sandbox.vodacom(), "vodacom/openapi.yaml"),
                () -> served(sandbox.mozambique(), "mozambique/openapi.yaml"),
                () -> served(sandbox.drc(), "drc/messages.yaml"));
    }

    private static void served(MarketSandbox market, String spec) {
        for (String operation :
                OpenApiSpec.of("io/github/mpesasdk/specs/" + spec).operationIds()) {
            market.faults().next(operation, Fault.SLOW);
        }
        assertThrows(IllegalArgumentException.class, () -> market.faults().next("unheardOf", Fault.SLOW));
    }
}
