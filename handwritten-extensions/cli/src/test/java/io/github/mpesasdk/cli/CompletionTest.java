package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells complete. Where a shell is on this machine, it is asked. */
class CompletionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dec | decode",
                "call ke | kenya",
                "call kenya stkP | stkPush",
                "call kenya stkPush --lift | --lift-documented-limits",
                "explain moz | mozambique-openapi",
                "completion f | fish"
            })
    void bashCompletesCommandsMarketsOperationsAndOptions(String typed, String completed, @TempDir Path folder)
            throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        Path script = Files.writeString(folder.resolve("completion"), script("bash"));
        List<String> words = List.of(("mpesa " + typed).split(" ", -1));
        String ask = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.size() - 1) + "; _complete_mpesa; printf '%s\\n' \"${COMPREPLY[@]}\"";

        String offered = output("/bin/bash", "-c", ask);

        assertTrue(offered.lines().map(String::strip).anyMatch(completed::equals), offered);
    }

    @Test
    void fishIsToldEveryCommandMarketAndOperation() {
        String script = script("Fish");

        for (String words : List.of(
                "__fish_use_subcommand -a decode -d",
                "from call' -l lift-documented-limits -d",
                "from call; and __fish_seen_subcommand_from drc' -a 'b2cPayment c2bPayment login'",
                "-a 'bash zsh fish'",
                "from decode' -F",
                "from encrypt' -l certificate -rF -d 'The operator\\'s certificate.'")) {
            assertTrue(script.contains(words), words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fish", "zsh"})
    void theShellItselfAcceptsTheScript(String shell, @TempDir Path folder) throws Exception {
        Path program = Path.of("/usr/bin", shell);
        assumeTrue(
                Files.isExecutable(program),
                shell + " is not there; handwritten-extensions/cli/install-shells installs it");
        Path script = Files.writeString(folder.resolve("completion"), script(shell));

        assertEquals("", output(program.toString(), "-n", script.toString()));
    }

    @Test
    void anotherShellIsBadInput() {
        Shell.Result refused = new Shell().run("completion", "powershell");

        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("bash, zsh, fish"), refused.err());
    }

    private static String script(String shell) {
        Shell.Result script = new Shell().run("completion", shell);
        assertEquals(0, script.exit(), script.err());
        return script.out();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return output;
    }
}
