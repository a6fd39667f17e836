package io.github.mpesasdk.benchmarks.calls;

import io.github.mpesasdk.benchmarks.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The table and the plot that people read. */
final class Report {

    private Report() {}

    static void write(Path readme, List<Comparison> comparisons, int rounds) throws IOException {
        Readme.write(
                readme,
                "calls",
                Readme.provenance(rounds) + "\n\n![p50 of a push, as a multiple of the same by hand](calls.svg)\n\n"
                        + table(comparisons));
        Files.writeString(readme.resolveSibling("calls.svg"), Plot.of(comparisons));
    }

    static String table(List<Comparison> comparisons) {
        StringBuilder table = new StringBuilder("""
                | condition | threads | variant | calls/s | throughput: floor = 1 (min to max) | p50 | p50: floor = 1 | bytes/call |
                |---|---|---|---|---|---|---|---|
                """);
        for (Comparison comparison : comparisons) {
            for (Comparison.Line line : comparison.lines()) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %.0f | %.2f (%.2f to %.2f) | %.0f us | %.2f | %.0f |%n",
                        comparison.condition(),
                        comparison.threads(),
                        line.variant(),
                        line.median(Round::perSecond),
                        line.ratio(Round::perSecond),
                        line.lowest(Round::perSecond),
                        line.highest(Round::perSecond),
                        line.median(Round::medianMicros),
                        line.ratio(Round::medianMicros),
                        line.median(Round::bytes)));
            }
        }
        return table.toString();
    }
}
