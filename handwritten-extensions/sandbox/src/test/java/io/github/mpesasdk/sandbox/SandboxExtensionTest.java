package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SandboxExtensionTest {

    private final Sandbox sandbox;

    SandboxExtensionTest(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @RepeatedTest(2)
    void eachTestBeginsAnew(KenyaSandbox kenya) {
        assertEquals(new BigDecimal("300000.00"), kenya.ledger().balance("254700000001"));
        kenya.ledger().setBalance("254700000001", BigDecimal.ONE);
    }

    @Test
    void oneClassHasOneSandbox(Sandbox again) {
        assertSame(sandbox, again);
    }

    @Test
    void everyMarketCanBeAParameter(VodacomSandbox vodacom, MozambiqueSandbox mozambique, DrcSandbox drc) {
        assertSame(sandbox.vodacom(), vodacom);
        assertSame(sandbox.mozambique(), mozambique);
        assertSame(sandbox.drc(), drc);
    }

    @Nested
    class Inside {

        @Test
        void nestedClassesShareIt(KenyaSandbox kenya) {
            assertSame(sandbox.kenya(), kenya);
        }
    }
}
