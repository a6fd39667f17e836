package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.BadInputException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what teaches a shell to complete the words of the command. */
@Command(
        name = "completion",
        header = "Print a script with which a shell completes words.",
        description = {
            "%nCompletes commands, options, markets and operations of a command that is called mpesa: the launcher, an "
                    + "alias, or a script of your own."
        },
        footer = {
            "",
            "Examples:",
            "  source <(mpesa completion bash)",
            "  mpesa completion zsh > ~/.mpesa-completion; source ~/.mpesa-completion",
            "  mpesa completion fish > ~/.config/fish/completions/mpesa.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Shells.class,
            description = "The shell: ${COMPLETION-CANDIDATES}.")
    private String shell = "";

    CompletionCommand(Console console) {
        this.console = console;
    }

    /** The shells that there is a script for. */
    static final class Shells implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return SHELLS.iterator();
        }
    }

    @Override
    public Integer call() {
        String named = shell.toLowerCase(Locale.ROOT);
        if (!SHELLS.contains(named)) {
            throw new BadInputException("There is a script for " + String.join(", ", SHELLS) + ".");
        }
        CommandLine mpesa = spec.root().commandLine();
        // One script serves bash and zsh: it tells zsh to understand bash.
        console.out().println(named.equals("fish") ? FishCompletion.script(mpesa) : AutoComplete.bash("mpesa", mpesa));
        return ExitCode.DONE;
    }
}
