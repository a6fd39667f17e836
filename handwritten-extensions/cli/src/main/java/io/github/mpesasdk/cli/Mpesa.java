package io.github.mpesasdk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code mpesa} command. */
@Command(
        name = "mpesa",
        header = "M-Pesa from a shell.",
        description = {
            "%nSends operations, reads callbacks, explains codes, and runs an M-Pesa of your own to try it all on."
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Mpesa.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true,
        parameterListHeading = "%n",
        optionListHeading = "%n",
        commandListHeading = "%nCommands:%n")
public final class Mpesa implements Runnable {

    // Held here, or else its level would be forgotten with it.
    private static final Logger SDK_LOG = Logger.getLogger("io.github.mpesasdk");

    // Lines of at most 79 letters: longer ones are broken in the middle of an example.
    private static final String[] FOOTER = {
        "",
        "Here, mpesa stands for: java -jar mpesa.jar. Start with one of these:",
        "  mpesa quickstart          watch payments succeed, fail and get lost",
        "  mpesa operations          see what can be called",
        "  mpesa call --help         see how to call it",
        "",
        "Exit codes:",
        "  0  done",
        "  1  refused by the gateway, or failed",
        "  2  bad input or usage; nothing was sent",
        "  3  a payment was sent, its outcome is unknown: ask, do not send again",
        "  4  could not connect; nothing was sent",
        "",
        "The answer goes to stdout, an error to stderr. Wherever --json is given, the",
        "error is JSON too, one object on one line, with null where nothing applies:",
        "  error            usage, invalidInput, refused, noAnswer, stillPending,",
        "                   unreadableBody, unknownOutcome, notConnected, failed, defect",
        "  market           what it was about",
        "  operation        what it was about",
        "  code             the gateway's code; see mpesa explain",
        "  message          for people",
        "  words            what the gateway said, cleaned of secrets",
        "  requestId        the gateway's id of the request, for its support",
        "  reference        what to ask with, if the outcome is unknown: one text for",
        "                   Reference.parse; the value stands behind the last slash"
    };

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Mpesa() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] words) {
        // Everything that the SDK logs is told in the command's own message; stderr has that one alone.
        SDK_LOG.setLevel(Level.OFF);
        System.exit(run(Console.ofProcess(), words));
    }

    /** Runs the command. */
    static int run(Console console, String... words) {
        CommandLine mpesa = new CommandLine(new Mpesa())
                .addSubcommand(new QuickstartCommand(console))
                .addSubcommand(new SandboxCommand(console))
                .addSubcommand(new OperationsCommand(console))
                .addSubcommand(CallCommand.create(console))
                .addSubcommand(new DecodeCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new EncryptCommand(console))
                .addSubcommand(new ConformanceCommand(console))
                .addSubcommand(new CompletionCommand(console))
                .addSubcommand(new HelpCommand());
        mpesa.getCommandSpec().usageMessage().footer(FOOTER);
        Errors errors = new Errors();
        return mpesa.setOut(console.out())
                .setErr(console.err())
                // An argument @file is read by the command itself: its content may be a secret, and is never a list of
                // arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(words);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The version of the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            try (InputStream file = Mpesa.class.getResourceAsStream("version.txt")) {
                if (file == null) {
                    throw new IllegalStateException("this is no complete build of mpesa");
                }
                return new String[] {"mpesa " + new String(file.readAllBytes(), StandardCharsets.UTF_8).strip()};
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
