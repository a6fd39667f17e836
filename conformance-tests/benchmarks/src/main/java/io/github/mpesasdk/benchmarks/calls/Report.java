package io.github.mpesasdk.benchmarks.calls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The table and the plot that people read. */
final class Report {

    private static final String BEGIN = "<!-- calls: written by CallsMain -->";
    private static final String END = "<!-- end of calls -->";

    private Report() {}

    static void write(Path readme, List<Comparison> comparisons, int rounds, Duration length) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String part = "\n\n" + provenance(rounds, length)
                + "\n\n![p50 of a push, as a multiple of the same by hand](calls.svg)\n\n" + table(comparisons) + "\n";
        Files.writeString(readme, text.substring(0, begin) + part + text.substring(end));
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

    private static String provenance(int rounds, Duration length) throws IOException {
        return String.format(
                Locale.ROOT,
                "Measured on %s, commit %s: JDK %s, %s %s, %d processors, %d rounds of %d ms.",
                LocalDate.now(),
                commit(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                length.toMillis());
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
