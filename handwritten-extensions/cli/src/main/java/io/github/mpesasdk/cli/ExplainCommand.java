package io.github.mpesasdk.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.cli.market.BadInputException;
import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a code means. */
@Command(
        name = "explain",
        header = "Say what an error or result code means.",
        description = {
            "%nWhat it means, whether it is final, and what to do. Gateways use one code for several things: give the "
                    + "message that came with it, and only what fits is shown. Without a market, all are searched. "
                    + "Words that are no code are searched for in messages and meanings. What is in no catalogue is no "
                    + "error; the answer says so, and then nothing about it is certain."
        },
        footer = {
            "",
            "Examples:",
            "  mpesa explain 1037",
            "  mpesa explain \"the operator does not exist\"",
            "  mpesa explain kenya 1032",
            "  mpesa explain mozambique INS-23",
            "  mpesa explain drc 4 \"Session Expired\"",
            "  mpesa explain kenya 500.001.1001 \"The transaction is being processed\""
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int MOST_WORDS = 3;
    private static final int SHOWN = 12;

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "[MARKET] CODE [MESSAGE]",
            hideParamSyntax = true,
            completionCandidates = Markets.Names.class,
            description = "The market, if you know it: " + Markets.NAMES
                    + ". One code means different things in different markets. The code, as the gateway writes it, or "
                    + "words in its place. The message that came with the code.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON; errors are JSON as well.")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<MarketCommands> market = Markets.called(words.get(0));
        List<String> rest = words.subList(market.isPresent() ? 1 : 0, words.size());
        if (rest.isEmpty() || words.size() > MOST_WORDS) {
            throw new BadInputException(
                    "Give a code, before it the market if you know it, and behind it the message in "
                            + "quotes if you have one.");
        }
        CodeSearch search = new CodeSearch(market.map(List::of).orElse(Markets.ALL));
        String code = rest.get(0);
        List<Meaning> meanings = search.byCode(code, rest.size() > 1 ? rest.get(1) : null);
        if (meanings.isEmpty()
                && market.isEmpty()
                && rest.size() > 1
                && search.byCode(code, null).isEmpty()) {
            // The first of several words is most likely a market that is misspelt.
            Markets.named(code);
        }
        if (meanings.isEmpty() && rest.size() == 1) {
            meanings = search.byWords(code);
        }
        console.out().println(json ? Json.pretty(asJson(market, code, meanings)) : asText(search, code, meanings));
        return ExitCode.DONE;
    }

    private static JsonObject asJson(Optional<MarketCommands> market, String code, List<Meaning> meanings) {
        List<Meaning> all =
                meanings.isEmpty() ? List.of(unknown(market.map(List::of).orElse(Markets.ALL), code)) : meanings;
        JsonArray array = new JsonArray();
        all.forEach(meaning -> array.add(meaning.json()));
        JsonObject answer = new JsonObject();
        answer.addProperty("market", market.map(MarketCommands::name).orElse(null));
        answer.addProperty("code", all.get(0).code().value());
        answer.addProperty("known", !meanings.isEmpty());
        answer.add("meanings", array);
        return answer;
    }

    private static Meaning unknown(List<MarketCommands> markets, String code) {
        return new Meaning(markets, Code.unknown(code));
    }

    private static String asText(CodeSearch search, String code, List<Meaning> meanings) {
        if (meanings.isEmpty() && code.contains(" ")) {
            return "No catalogue has these words.";
        }
        List<Meaning> all = meanings.isEmpty() ? List.of(unknown(search.markets(), code)) : meanings;
        String between = System.lineSeparator() + System.lineSeparator();
        String shown = all.stream().limit(SHOWN).map(Meaning::text).collect(Collectors.joining(between));
        return all.size() <= SHOWN
                ? shown
                : shown + between + "And " + (all.size() - SHOWN) + " more: name the market, or give more words.";
    }
}
