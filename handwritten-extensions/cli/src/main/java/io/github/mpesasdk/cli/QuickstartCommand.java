package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells one payment story a market, or that of one market. */
@Command(
        name = "quickstart",
        header = "Watch payments succeed, fail and get lost.",
        description = {
            "%nStarts an M-Pesa of your own on this machine and makes real requests to it: no account, no internet, "
                    + "no money. Takes a few seconds. Exit code 1 if anything goes otherwise than told."
        },
        footer = {"", "Examples:", "  mpesa quickstart", "  mpesa quickstart ghana"})
final class QuickstartCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MARKET",
            completionCandidates = Markets.Names.class,
            description = "The story of one market: " + Markets.NAMES + "; all of them if not given.")
    private @Nullable String market;

    QuickstartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<MarketCommands> chosen = Markets.chosen(market);
        Narrator narrator = new Narrator(console.out());
        try (Sandbox sandbox = Sandbox.start()) {
            narrator.title("""
                    Real requests over a real socket, to a sandbox of your own at %s. No real money.
                    *** is what the SDK hides wherever it prints: secrets, and what is personal.""".formatted(sandbox.baseUrl()));
            for (MarketCommands each : chosen) {
                sandbox.reset();
                each.tellStory(sandbox, narrator);
            }
        }
        return ExitCode.DONE;
    }
}
