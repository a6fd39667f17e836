package io.github.mpesasdk.benchmarks.pieces;

import io.github.mpesasdk.benchmarks.Readme;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the pieces under JMH, with their bytes, and writes their table into the module's README. */
public final class PiecesMain {

    private static final int ITERATIONS = 5;

    private PiecesMain() {}

    /**
     * Measures.
     *
     * @param arguments the README to write
     */
    public static void main(String[] arguments) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PiecesBenchmark.class.getSimpleName())
                        .measurementIterations(ITERATIONS)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        StringBuilder table = new StringBuilder("""
                | piece | ns | bytes |
                |---|---|---|
                """);
        for (RunResult result : results) {
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.0f (± %.0f) | %.0f |%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError(),
                    result.getSecondaryResults().get("gc.alloc.rate.norm").getScore()));
        }
        Readme.write(Path.of(arguments[0]), "pieces", Readme.provenance(ITERATIONS) + "\n\n" + table);
    }
}
