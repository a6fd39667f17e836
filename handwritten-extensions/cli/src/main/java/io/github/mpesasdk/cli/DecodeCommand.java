package io.github.mpesasdk.cli;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a callback or an answer. */
@Command(
        name = "decode",
        header = "Read a callback or an answer.",
        description = {
            "%nPrints any body that a gateway sends in one normal form: kind, outcome (succeeded, failed, pending or "
                    + "unknown), resultCode, description, ids, values, other. The outcome is never guessed: an "
                    + "acknowledgement that promises a callback is pending. Exit code 1 if the body is not understood.",
            "%nWith --each the file may hold many bodies, one behind another, and each is printed on a line of its own."
        },
        footer = {
            "",
            "Examples:",
            "  mpesa decode kenya callback.json",
            "  mpesa decode drc callback.xml",
            "  curl ... | mpesa decode auto -",
            "  mpesa decode kenya --each callbacks.log | jq -r .outcome | sort | uniq -c",
            "",
            "Name the market where you know it. Some bodies fit several, and auto refuses",
            "to choose where they would mean different things."
        })
final class DecodeCommand implements Callable<Integer>, Errors.Placed {

    private static final String ANY_MARKET = "auto";

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "MARKET",
            completionCandidates = Markets.Names.class,
            description = "The market: " + Markets.NAMES + "; or auto to find out.")
    private String market = "";

    @Parameters(index = "1", paramLabel = "FILE|-", description = "The body, from a file or from standard input.")
    private String file = "";

    @Option(names = "--each", description = "Decode every body in the file, and print one line of JSON for each.")
    private boolean each;

    @Option(names = "--json", description = "Errors are JSON as well; the answer always is.")
    @SuppressWarnings("UnusedVariable") // Errors sees it among the words.
    private boolean json;

    private Problem.Place place = Problem.Place.NOWHERE;

    DecodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Problem.Place place() {
        return place;
    }

    @Override
    public Integer call() {
        Optional<MarketCommands> named =
                market.equalsIgnoreCase(ANY_MARKET) ? Optional.empty() : Optional.of(Markets.named(market));
        named.ifPresent(known -> place = new Problem.Place(known.name(), null, false));
        String body = InputText.lenient(InputText.bytes(file, console.in()));
        Function<String, Decoded> decoder =
                one -> named.map(known -> known.decode(one)).orElseGet(() -> ofAnyMarket(one));
        List<Bodies.Body> bodies = Bodies.in(body);
        if (each && !bodies.isEmpty()) {
            printEach(bodies, decoder);
        } else {
            console.out()
                    .println(
                            Json.pretty(decodeOnly(body, bodies.size(), decoder).toJson()));
        }
        return ExitCode.DONE;
    }

    private static Decoded decodeOnly(String body, int bodies, Function<String, Decoded> decoder) {
        try {
            return decoder.apply(body);
        } catch (UnreadableBodyException | FailedException notUnderstood) {
            if (bodies > 1) {
                throw new FailedException(
                        "unreadableBody", notUnderstood.getMessage() + " With --each, every body in a file is read.");
            }
            throw notUnderstood;
        }
    }

    private void printEach(List<Bodies.Body> bodies, Function<String, Decoded> decoder) {
        List<String> reasons = new ArrayList<>();
        for (Bodies.Body one : bodies) {
            try {
                console.out().println(Json.onOneLine(decoder.apply(one.text()).toJson()));
            } catch (UnreadableBodyException | FailedException notUnderstood) {
                reasons.add("Line " + one.line() + ": " + notUnderstood.getMessage());
            }
        }
        if (!reasons.isEmpty()) {
            throw new FailedException(
                    "unreadableBody",
                    reasons.size() + " of " + bodies.size() + " bodies are not understood. " + reasons.get(0));
        }
    }

    private static Decoded ofAnyMarket(String body) {
        List<Decoded> readings = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (MarketCommands candidate : Markets.ALL) {
            try {
                readings.add(candidate.decode(body));
            } catch (UnreadableBodyException notItsBody) {
                reasons.add(notItsBody.getMessage());
            }
        }
        if (readings.isEmpty()) {
            throw new FailedException(
                    "unreadableBody", "No market that is known here sends such a body. " + String.join(" ", reasons));
        }
        return theOneThatKnowsMost(readings);
    }

    // Vodacom's two APIs look alike, and the same code means different things in them.
    private static Decoded theOneThatKnowsMost(List<Decoded> readings) {
        int fewest =
                readings.stream().mapToInt(DecodeCommand::unknownFields).min().orElse(0);
        List<Decoded> best = readings.stream()
                .filter(reading -> unknownFields(reading) == fewest)
                .toList();
        if (best.stream().map(Decoded::outcome).distinct().count() > 1) {
            throw new FailedException(
                    "unreadableBody",
                    "Several markets send such a body and mean different things by it. Name the market.");
        }
        return best.get(0);
    }

    private static int unknownFields(Decoded reading) {
        return reading.other().size();
    }
}
