package io.github.mpesasdk.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a code means. */
@Command(
        name = "explain",
        header = "Say what an error or result code means.",
        description = {
            "%nWhat it means, whether it is final, and what to do. Gateways use one code for several things: give the "
                    + "message that came with it, and only what fits is shown. A code that is not in the catalogue is no error; "
                    + "the answer says so, and then nothing about it is certain."
        },
        footer = {
            "",
            "Examples:",
            "  mpesa explain kenya 1032",
            "  mpesa explain tanzania INS-23",
            "  mpesa explain mozambique INS-23",
            "  mpesa explain drc 4 \"Session Expired\"",
            "  mpesa explain kenya 500.001.1001 \"The transaction is being processed\""
        })
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "MARKET",
            completionCandidates = Markets.Names.class,
            description = "The market: " + Markets.NAMES + ". One code means different things in different markets.")
    private String market = "";

    @Parameters(index = "1", paramLabel = "CODE", description = "The code, as the gateway writes it.")
    private String code = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "MESSAGE", description = "The message that came with it.")
    private @Nullable String message;

    @Option(names = "--json", description = "Print JSON; errors are JSON as well.")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        MarketCommands known = Markets.named(market);
        List<Code> entries = entries(known.catalogue());
        console.out().println(json ? Json.pretty(asJson(known, entries)) : asText(known, entries));
        return ExitCode.DONE;
    }

    private List<Code> entries(Catalogue catalogue) {
        List<Code> fitting = catalogue.explain(code, message);
        if (fitting.isEmpty()) {
            return List.of(Code.unknown(code));
        }
        List<Code> byMessage = message == null
                ? List.of()
                : fitting.stream().filter(ExplainCommand::asksForWords).toList();
        // An entry without words stands for every other message.
        return byMessage.isEmpty() ? fitting : byMessage;
    }

    private static boolean asksForWords(Code entry) {
        return entry.message() != null || entry.words() != null;
    }

    private static JsonObject asJson(MarketCommands market, List<Code> entries) {
        JsonArray array = new JsonArray();
        for (Code entry : entries) {
            JsonObject one = new JsonObject();
            one.addProperty("kind", SpecWord.of(entry.kind()));
            one.addProperty("final", entry.isFinal());
            one.addProperty("meaning", entry.meaning());
            one.addProperty("advice", entry.advice());
            one.addProperty("evidence", SpecWord.of(entry.evidence()));
            one.addProperty("messageContains", entry.message());
            one.addProperty("messageIs", entry.words());
            one.add("operations", list(entry.operations()));
            one.add("httpStatuses", list(entry.httpStatuses()));
            array.add(one);
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("market", market.name());
        answer.addProperty("code", entries.get(0).value());
        answer.addProperty("known", entries.get(0).isKnown());
        answer.add("meanings", array);
        return answer;
    }

    private static JsonElement list(List<?> values) {
        JsonArray array = new JsonArray();
        for (Object value : values) {
            if (value instanceof Number number) {
                array.add(number);
            } else {
                array.add(value.toString());
            }
        }
        return array;
    }

    private static String asText(MarketCommands market, List<Code> entries) {
        return entries.stream()
                .map(entry -> asText(market, entry))
                .collect(Collectors.joining(System.lineSeparator() + System.lineSeparator()));
    }

    private static String asText(MarketCommands market, Code entry) {
        List<String> lines = new ArrayList<>();
        lines.add(market.name() + " " + entry.value());
        lines.add("  means     " + entry.meaning());
        lines.add("  final     " + finality(market.catalogue(), entry));
        lines.add("  do        " + entry.advice());
        if (entry.isKnown()) {
            lines.add("  kind      " + SpecWord.of(entry.kind()) + ", " + SpecWord.of(entry.evidence()));
            lines.add("  applies   " + applies(entry));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String finality(Catalogue catalogue, Code entry) {
        if (!entry.isFinal()) {
            return "no, it settles nothing";
        }
        boolean isOfRequest = catalogue.errors().contains(entry)
                || catalogue.acknowledgements().contains(entry);
        if (!isOfRequest) {
            return "yes, the outcome is settled";
        }
        return entry.kind() == CodeKind.SUCCESS
                ? "yes, what was asked for was done"
                : "yes, the request was refused and moved nothing";
    }

    private static String applies(Code entry) {
        List<String> when = new ArrayList<>();
        when.add(entry.operations().isEmpty() ? "to any operation" : "to " + String.join(", ", entry.operations()));
        Optional.ofNullable(entry.message()).ifPresent(part -> when.add("if the message contains \"" + part + "\""));
        if (entry.words() != null) {
            when.add("if the message is \"" + entry.words() + "\"");
        }
        if (!entry.httpStatuses().isEmpty()) {
            when.add("with HTTP "
                    + entry.httpStatuses().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return String.join(", ", when);
    }
}
