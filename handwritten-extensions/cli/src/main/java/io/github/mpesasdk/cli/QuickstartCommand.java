package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.cli.story.Narrator;
import io.github.mpesasdk.sandbox.Sandbox;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells one payment story a market. */
@Command(
        name = "quickstart",
        header = "Watch payments succeed, fail and get lost.",
        description = {
            "%nStarts an M-Pesa of your own on this machine and makes real requests to it: no account, no internet, "
                    + "no money. Takes a few seconds. Exit code 1 if anything goes otherwise than told."
        },
        footer = {"", "Example:", "  mpesa quickstart"})
final class QuickstartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    QuickstartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Narrator narrator = new Narrator(surroundings.out());
        try (Sandbox sandbox = Sandbox.start()) {
            for (MarketCommands market : Markets.ALL) {
                market.tellStory(sandbox, narrator);
            }
        }
        return ExitCode.DONE;
    }
}
