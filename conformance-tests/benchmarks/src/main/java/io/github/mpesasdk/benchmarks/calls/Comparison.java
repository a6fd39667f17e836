package io.github.mpesasdk.benchmarks.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of all variants under one condition. Each round of a variant is compared with the same round of the floor,
 * which ran moments before or after it on the same machine; the median of those ratios says more than any absolute
 * time.
 */
record Comparison(String condition, int threads, List<Line> lines) {

    /** What one variant brought, in the order of the rounds. */
    record Line(String variant, List<Round> rounds, List<Round> floor) {

        double median(ToDoubleFunction<Round> figure) {
            return middle(rounds.stream().mapToDouble(figure).toArray());
        }

        double ratio(ToDoubleFunction<Round> figure) {
            return middle(ratios(figure));
        }

        double lowest(ToDoubleFunction<Round> figure) {
            return Arrays.stream(ratios(figure)).min().orElseThrow();
        }

        double highest(ToDoubleFunction<Round> figure) {
            return Arrays.stream(ratios(figure)).max().orElseThrow();
        }

        private double[] ratios(ToDoubleFunction<Round> figure) {
            double[] ratios = new double[rounds.size()];
            for (int round = 0; round < ratios.length; round++) {
                ratios[round] = figure.applyAsDouble(rounds.get(round)) / figure.applyAsDouble(floor.get(round));
            }
            return ratios;
        }

        private static double middle(double[] figures) {
            double[] sorted = figures.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }

    /**
     * Compares.
     *
     * @param variants the second of them is the floor
     * @param rounds what each brought
     */
    static Comparison of(Condition condition, int threads, List<Variant> variants, List<List<Round>> rounds) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            lines.add(new Line(variants.get(i).title(), rounds.get(i), rounds.get(1)));
        }
        return new Comparison(condition.title(), threads, lines);
    }
}
