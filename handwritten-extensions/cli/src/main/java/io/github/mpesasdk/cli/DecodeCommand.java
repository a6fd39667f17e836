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
                    + "acknowledgement that promises a callback is pending. Exit code 1 if the body is not understood."
        },
        footer = {
            "",
            "Examples:",
            "  mpesa decode kenya callback.json",
            "  mpesa decode drc callback.xml",
            "  curl ... | mpesa decode auto -",
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
                market.equals(ANY_MARKET) ? Optional.empty() : Optional.of(Markets.named(market));
        named.ifPresent(known -> place = new Problem.Place(known.name(), null, false));
        String body = InputText.lenient(InputText.bytes(file, console.in()));
        Decoded decoded = named.map(known -> known.decode(body)).orElseGet(() -> ofAnyMarket(body));
        console.out().println(Json.pretty(decoded.toJson()));
        return ExitCode.DONE;
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
