package io.github.mpesasdk.conformance.languages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code mpesa conformance} judges the SDK and the stock client in Python. Both are known to be right from the tests
 * that play all cases, so a difference is a mistake of the command; a part of the cases shows it.
 */
class CommandCasesTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** A run takes seconds, too few for the second compiler. */
    private static final List<String> SHORT_RUN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String CLASS_PATH = "'" + System.getProperty("java.class.path") + "'";

    @TempDir
    private Path folder;

    /** What an invocation left behind. */
    private record Judged(int exit, String out) {}

    @ParameterizedTest
    @CsvSource({"kenya, stkPush/*", "vodacom, c2bPayment/*", "mozambique, c2bPayment/*", "drc, c2bPayment/*"})
    void theSdkPasses(String market, String only) throws Exception {
        String runner = "'" + JAVA + "' " + String.join(" ", SHORT_RUN) + " -cp " + CLASS_PATH
                + " -Djava.util.logging.config.file=/dev/null io.github.mpesasdk.conformance.SdkRunner " + market;
        Judged judged = judge(market, only, runner, Map.of());
        assertEquals(0, judged.exit(), judged::out);
        assertTrue(judged.out().contains(" 0 failed, "), judged::out);
    }

    @Test
    void aStockClientPasses() throws Exception {
        assumeTrue(!Boolean.getBoolean("languages.skip"), "languages.skip is set");
        Language python = Language.PYTHON;
        assumeTrue(python.obstacle().isEmpty(), () -> python.obstacle().orElse(""));
        Checked.client(python);
        Map<String, String> environment = new TreeMap<>(python.environment());
        environment.put(
                "MPESA_CONTRACTS",
                Path.of("..", "specs", "target", "npm").toAbsolutePath().toString());
        Judged judged = judge(
                "kenya",
                "stk*/*",
                "cd '" + python.work() + "' && venv/bin/python drivers/runner.py kenya",
                environment);
        assertEquals(0, judged.exit(), judged::out);
        assertTrue(judged.out().contains(" 0 failed, "), judged::out);
    }

    private Judged judge(String market, String only, String runner, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(SHORT_RUN);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.github.mpesasdk.cli.Mpesa"));
        command.addAll(List.of("conformance", market, "--only", only, "--run", runner));
        ProcessBuilder judge =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        judge.environment().putAll(environment);
        Process process = judge.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the command does not end");
        return new Judged(process.exitValue(), Files.readString(out) + Files.readString(err));
    }
}
