package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells the payment story of a market. */
@Command(
        name = "quickstart",
        header = "Watch payments succeed, fail and get lost.",
        description = {
            "%nStarts an M-Pesa of your own on this machine and makes real requests to it: no account, no internet, "
                    + "no money. Takes a few seconds. At the end it names the other markets. Exit code 1 if anything goes otherwise than told."
        },
        footer = {"", "Examples:", "  mpesa quickstart", "  mpesa quickstart ghana"})
final class QuickstartCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            defaultValue = "kenya",
            paramLabel = "MARKET",
            completionCandidates = Markets.Names.class,
            description = "The market: " + Markets.NAMES + ". Kenya if not given.")
    private String market = "";

    QuickstartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        MarketCommands chosen = Markets.named(market);
        Narrator narrator = new Narrator(console.out(), console.colour());
        try (Sandbox sandbox = Sandbox.start()) {
            narrator.title("""
                    Real requests over a real socket, to a sandbox of your own. No real money.
                    *** is what the SDK hides wherever it prints: secrets, and what is personal.""");
            chosen.tellStory(sandbox, narrator);
        }
        narrator.title("""
                The other markets have stories of their own: %s.
                  mpesa quickstart ghana
                  mvn -q -Pquickstart -Dmarket=ghana""".formatted(others(chosen)));
        return ExitCode.DONE;
    }

    private static String others(MarketCommands told) {
        return Markets.ALL.stream()
                .filter(market -> market != told)
                .map(MarketCommands::name)
                .collect(Collectors.joining(", "));
    }
}
