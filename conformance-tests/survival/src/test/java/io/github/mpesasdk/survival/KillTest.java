package io.github.mpesasdk.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Wherever a machine is killed, ledger, journal and shop agree in the end: nothing is lost, nothing is paid twice. */
class KillTest {

    private static final Path REPORT = Path.of("target", "survival", "table.txt");

    private final List<Judge.Row> rows = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    @Test
    @Timeout(900)
    void nothingIsLostWhereverAMachineIsKilled() throws Exception {
        try (World world = new World();
                MachineProcess survivor = MachineProcess.start("survivor", world.settings())) {
            MachineProcess victim = MachineProcess.start("victim", world.settings());
            survivor.awaitReady();
            victim.awaitReady();
            // First, because the gateway's clock is set back for some of them.
            victim = run(new Wave(world, Scenarios.receiving(), victim, survivor), true);
            // Otherwise it would find the money of the other shops.
            survivor.tell("close " + Scenarios.TILL);
            victim.tell("close " + Scenarios.TILL);
            victim = run(new Wave(world, Scenarios.sending(), victim, survivor), true);
            victim = run(new Wave(world, Scenarios.telling(), victim, survivor), false);
            victim = run(new Wave(world, Scenarios.asking(), victim, survivor), false);
            victim.close();
        }
        long right = rows.stream().filter(row -> row.disagreements().isEmpty()).count();
        System.out.println(right + " of " + rows.size() + " payments ended as the ledger says.");
        assertTrue(missing.isEmpty(), () -> "points that were not reached: " + missing);
        assertEquals(rows.size(), right, "see the table above, or in " + REPORT);
    }

    @AfterEach
    void print() throws IOException {
        Table table = new Table(Judge.columns());
        rows.forEach(row -> table.add(row.cells()));
        table.write(REPORT);
        System.out.println(table);
    }

    private MachineProcess run(Wave wave, boolean isVictimPaused) throws Exception {
        long start = System.nanoTime();
        missing.addAll(wave.stop(isVictimPaused));
        long stopped = System.nanoTime();
        MachineProcess next = wave.killAndSettle();
        long settled = System.nanoTime();
        rows.addAll(wave.judge());
        System.out.printf(
                "%d ms until all stood at their points, %d ms until all were settled%n",
                (stopped - start) / 1_000_000, (settled - stopped) / 1_000_000);
        return next;
    }
}
