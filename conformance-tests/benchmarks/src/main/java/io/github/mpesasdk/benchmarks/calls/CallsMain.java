package io.github.mpesasdk.benchmarks.calls;

import io.github.mpesasdk.benchmarks.server.Gateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole calls side by side. All variants run in this one JVM, in rounds that take turns, against a gateway in another
 * process. Writes the table and the plot into the module's README.
 */
public final class CallsMain {

    private static final int[] THREADS = {1, 4, 16};
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private CallsMain() {}

    /**
     * Measures.
     *
     * @param arguments the README to write; then the conditions to measure, all if none is named
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.getInteger("rounds", 7);
        Duration length = Duration.ofMillis(Integer.getInteger("millis", 1_000));
        List<Condition> conditions = arguments.length < 2
                ? List.of(Condition.values())
                : Arrays.stream(arguments).skip(1).map(Condition::valueOf).toList();
        List<Comparison> comparisons = new ArrayList<>();
        try (Gateway gateway = Gateway.start()) {
            for (Condition condition : conditions) {
                List<Variant> variants = condition.variants(gateway);
                for (Variant variant : variants) {
                    Round.of(variant, 4, WARM_UP);
                }
                for (int threads : THREADS) {
                    Comparison comparison = measured(condition, threads, variants, rounds, length);
                    comparisons.add(comparison);
                    System.out.println(Report.table(List.of(comparison)));
                }
                variants.forEach(Variant::close);
            }
        }
        Report.write(Path.of(arguments[0]), comparisons, rounds);
    }

    private static Comparison measured(
            Condition condition, int threads, List<Variant> variants, int rounds, Duration length) throws Exception {
        List<List<Round>> brought = new ArrayList<>();
        variants.forEach(variant -> brought.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            // Nobody is always the first after the others' garbage.
            for (int i = 0; i < variants.size(); i++) {
                int at = (i + round) % variants.size();
                brought.get(at).add(Round.of(variants.get(at), threads, length));
            }
        }
        return Comparison.of(condition, threads, variants, brought);
    }
}
