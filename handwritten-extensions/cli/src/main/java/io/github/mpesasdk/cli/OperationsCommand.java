package io.github.mpesasdk.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mpesasdk.cli.market.Markets;
import io.github.mpesasdk.cli.story.Paragraph;
import io.github.mpesasdk.runtime.Event;
import io.github.mpesasdk.runtime.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what the specs offer. */
@Command(
        name = "operations",
        header = "List the operations of one market, or of all.",
        description = {
            "%nFor each: its id, its effect, and what it does. Markets of one API are listed together. With --wide: one "
                    + "line for each market and operation, with HTTP method and path, its port where each has one of its "
                    + "own, how sure we are of it (evidence), and when the SDK sends it again by itself (retry rule)."
        },
        footer = {
            "",
            "Examples:",
            "  mpesa operations mozambique",
            "  mpesa operations --json | jq -r '.[] | select(.effect == \"money\") | .id'"
        })
final class OperationsCommand implements Callable<Integer> {

    private record Row(String market, Operation<?, ?> operation) {

        @Nullable
        Integer port() {
            return operation.port().isPresent() ? operation.port().getAsInt() : null;
        }
    }

    /** The number that tells calls apart which share an address. */
    private static @Nullable String event(Operation<?, ?> operation) {
        return operation.event().map(Event::id).orElse(null);
    }

    private record Column(String heading, Function<Row, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("MARKET", Row::market),
            new Column("ID", row -> row.operation().id()),
            new Column("METHOD", row -> row.operation().method()),
            new Column("PORT", row -> Objects.toString(row.port(), "")),
            new Column("PATH", row -> row.operation().path()),
            new Column("EVENT", row -> Objects.toString(event(row.operation()), "")),
            new Column("EFFECT", row -> SpecWord.of(row.operation().effect())),
            new Column("EVIDENCE", row -> SpecWord.of(row.operation().evidence())),
            new Column("RETRY RULE", row -> row.operation().effect().retryRule()));

    private static final int WIDTH = 80;

    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MARKET",
            completionCandidates = Markets.Names.class,
            description = "The operations of one market: " + Markets.NAMES + "; those of all if not given.")
    private @Nullable String market;

    @Option(names = "--wide", description = "Print everything, in lines that are longer than a terminal.")
    private boolean wide;

    @Option(names = "--json", description = "Print a JSON array; errors are JSON as well.")
    private boolean json;

    OperationsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Row> rows = Markets.chosen(market).stream()
                .flatMap(each -> each.operations().stream().map(operation -> new Row(each.name(), operation)))
                .toList();
        if (json) {
            console.out().println(Json.pretty(array(rows)));
        } else {
            console.out().println(wide ? table(rows) : lists());
        }
        return ExitCode.DONE;
    }

    private String lists() {
        Map<List<Operation<?, ?>>, List<String>> apis = new LinkedHashMap<>();
        Markets.chosen(market).forEach(each -> apis.computeIfAbsent(each.operations(), api -> new ArrayList<>())
                .add(each.name()));
        List<String> lines = new ArrayList<>();
        apis.forEach((operations, names) -> {
            lines.addAll(Paragraph.lines(String.join(", ", names), WIDTH));
            lines.addAll(list(operations));
            lines.add("");
        });
        apis.keySet().stream()
                .flatMap(List::stream)
                .map(Operation::effect)
                .distinct()
                .sorted()
                .forEach(effect ->
                        lines.addAll(Paragraph.lines(SpecWord.of(effect) + ": " + effect.retryRule(), WIDTH)));
        return String.join(System.lineSeparator(), lines);
    }

    // In columns; a long summary goes on under its beginning.
    private static List<String> list(List<Operation<?, ?>> operations) {
        List<String> lines = new ArrayList<>();
        int longest =
                operations.stream().mapToInt(one -> one.id().length()).max().orElse(0);
        for (Operation<?, ?> one : operations) {
            String columns = ("  %-" + longest + "s  %-7s  ").formatted(one.id(), SpecWord.of(one.effect()));
            for (String line : Paragraph.lines(one.summary(), WIDTH - columns.length())) {
                lines.add(columns + line);
                columns = " ".repeat(columns.length());
            }
        }
        return lines;
    }

    private static JsonArray array(List<Row> rows) {
        JsonArray array = new JsonArray();
        for (Row row : rows) {
            Operation<?, ?> operation = row.operation();
            JsonObject one = new JsonObject();
            one.addProperty("market", row.market());
            one.addProperty("id", operation.id());
            one.addProperty("method", operation.method());
            one.addProperty("port", row.port());
            one.addProperty("path", operation.path());
            one.addProperty("event", event(operation));
            one.addProperty("effect", SpecWord.of(operation.effect()));
            one.addProperty("retryRule", operation.effect().retryRule());
            one.addProperty("evidence", SpecWord.of(operation.evidence()));
            one.addProperty("summary", operation.summary());
            one.addProperty("sandboxOnly", operation.isSandboxOnly());
            array.add(one);
        }
        return array;
    }

    // Few markets have ports or events, and a column without anything in it is left out.
    private static String table(List<Row> rows) {
        List<Column> columns = COLUMNS.stream()
                .filter(column ->
                        rows.stream().anyMatch(row -> !column.cell().apply(row).isEmpty()))
                .toList();
        Stream<List<String>> heading =
                Stream.of(columns.stream().map(Column::heading).toList());
        Stream<List<String>> cells = rows.stream()
                .map(row ->
                        columns.stream().map(column -> column.cell().apply(row)).toList());
        return Table.aligned(Stream.concat(heading, cells).toList());
    }
}
