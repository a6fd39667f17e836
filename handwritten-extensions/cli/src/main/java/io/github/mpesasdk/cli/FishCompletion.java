package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.runtime.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script for fish, which the library of the command makes for other shells alone. */
final class FishCompletion {

    private FishCompletion() {}

    /** Commands, options and the words that each takes; behind a market, its own operations. */
    static String script(CommandLine mpesa) {
        List<String> lines = new ArrayList<>();
        lines.add("# Completes mpesa. Files are offered where a command reads one.");
        lines.add("complete -c mpesa -f");
        mpesa.getSubcommands().forEach((name, command) -> {
            lines.add("complete -c mpesa -n __fish_use_subcommand -a " + name + " -d "
                    + quoted(command.getCommandSpec().usageMessage().header()[0]));
            addOptions(lines, name, command);
            addWords(lines, name, command);
        });
        for (MarketCommands market : Markets.ALL) {
            lines.add("complete -c mpesa -n '__fish_seen_subcommand_from call; and __fish_seen_subcommand_from "
                    + market.name() + "' -a "
                    + quoted(market.operations().stream().map(Operation::id).collect(Collectors.joining(" "))));
        }
        return String.join("\n", lines);
    }

    private static void addOptions(List<String> lines, String name, CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            String takes = option.arity().max() == 0
                    ? ""
                    : " -r" + (option.paramLabel().contains("FILE") ? "F" : "");
            lines.add("complete -c mpesa -n '__fish_seen_subcommand_from " + name + "' -l "
                    + option.longestName().substring(2) + takes + " -d " + quoted(firstSentence(option)));
        }
    }

    private static void addWords(List<String> lines, String name, CommandLine command) {
        for (PositionalParamSpec word : command.getCommandSpec().positionalParameters()) {
            String only = "complete -c mpesa -n '__fish_seen_subcommand_from " + name;
            if (word.paramLabel().contains("FILE")) {
                lines.add(only + "' -F");
            } else if (word.completionCandidates() != null && !word.paramLabel().equals("OPERATION")) {
                String words = StreamSupport.stream(word.completionCandidates().spliterator(), false)
                        .collect(Collectors.joining(" "));
                lines.add(only + "; and not __fish_seen_subcommand_from " + words + "' -a " + quoted(words));
            }
        }
    }

    private static String firstSentence(OptionSpec option) {
        String[] description = option.description();
        return description.length == 0 ? "" : description[0].replaceFirst("[.;] .*", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
