package io.github.mpesasdk.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what the specs offer. */
@Command(
        name = "operations",
        header = "List every operation of every market.",
        description = {
            "%nFor each: market, id, HTTP method and path, what it does (effect), how sure we are of it (evidence), and "
                    + "when the SDK sends it again by itself (retry rule)."
        },
        footer = {"", "Example:", "  mpesa operations --json | jq -r '.[] | select(.effect == \"money\") | .id'"})
final class OperationsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--json", description = "Print a JSON array; errors are JSON as well.")
    private boolean json;

    OperationsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.out().println(json ? Json.pretty(array()) : table());
        return ExitCode.DONE;
    }

    private static JsonArray array() {
        JsonArray array = new JsonArray();
        for (MarketCommands market : Markets.ALL) {
            for (Operation<?, ?> operation : market.operations()) {
                JsonObject one = new JsonObject();
                one.addProperty("market", market.name());
                one.addProperty("id", operation.id());
                one.addProperty("method", operation.method());
                one.addProperty("path", operation.path());
                one.addProperty("effect", SpecWord.of(operation.effect()));
                one.addProperty("retryRule", operation.effect().retryRule());
                one.addProperty("evidence", SpecWord.of(operation.evidence()));
                one.addProperty("summary", operation.summary());
                one.addProperty("sandboxOnly", operation.isSandboxOnly());
                array.add(one);
            }
        }
        return array;
    }

    private static String table() {
        Stream<List<String>> heading =
                Stream.of(List.of("MARKET", "ID", "METHOD", "PATH", "EFFECT", "EVIDENCE", "RETRY RULE"));
        Stream<List<String>> rows = Markets.ALL.stream().flatMap(market -> market.operations().stream()
                .map(operation -> List.of(
                        market.name(),
                        operation.id(),
                        operation.method(),
                        operation.path(),
                        SpecWord.of(operation.effect()),
                        SpecWord.of(operation.evidence()),
                        operation.effect().retryRule())));
        return Table.aligned(Stream.concat(heading, rows).toList());
    }
}
