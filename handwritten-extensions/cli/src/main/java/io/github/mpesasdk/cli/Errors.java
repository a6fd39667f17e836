package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Puts every error on stderr: one message, or one JSON object if {@code --json} was among the words. Never quotes what
 * could be a secret in the wrong place.
 */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final Pattern OPTION = Pattern.compile("--[a-z-]{1,20}|-[a-zA-Z]");

    // What the library says of "mpesa help" with an unknown word behind it.
    private static final Pattern HELP_FOR = Pattern.compile("Unknown subcommand '(.*)'\\.?", Pattern.DOTALL);

    /** A command that can say what its errors are about. */
    interface Placed {
        Problem.Place place();
    }

    @Override
    public int handleParseException(ParameterException error, String[] words) {
        CommandLine command = error.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String help = " See '" + name + " --help'.";
        return report(command, Problem.usage(explanation(error, command, name) + help), List.of(words));
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult words) {
        Problem.Place place = command.getCommand() instanceof Placed placed ? placed.place() : Problem.Place.NOWHERE;
        return report(command, Problem.of(error, place), words.originalArgs());
    }

    private static int report(CommandLine command, Problem problem, List<String> words) {
        command.getErr().println(asksForJson(words) ? Json.onOneLine(problem.json()) : problem.text());
        command.getErr().flush();
        return problem.exitCode();
    }

    private static boolean asksForJson(List<String> words) {
        return words.stream().anyMatch(word -> word.equals("--json") || word.startsWith("--json="));
    }

    private static String explanation(ParameterException error, CommandLine command, String name) {
        if (!(error instanceof UnmatchedArgumentException unmatched)) {
            String words = String.valueOf(error.getMessage());
            Matcher asked = HELP_FOR.matcher(words);
            if (asked.matches()) {
                return noCommand(asked.group(1), command);
            }
            return words.endsWith("?") || words.endsWith(".") ? words : words + ".";
        }
        String first = unmatched.getUnmatched().get(0);
        if (first.startsWith("-")) {
            String option = first.replaceFirst("=.*", "");
            List<String> known =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            return name + " has no option " + (OPTION.matcher(option).matches() ? option : "of that name") + "."
                    + NearNames.suggestion(option, known);
        }
        if (command.getSubcommands().isEmpty()) {
            return name + " was given more words than it takes.";
        }
        return noCommand(first, command);
    }

    private static String noCommand(String name, CommandLine command) {
        return "There is no command " + NearNames.quoted(name) + "."
                + NearNames.suggestion(
                        name, List.copyOf(command.getSubcommands().keySet()));
    }
}
