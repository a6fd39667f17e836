package io.github.mpesasdk.benchmarks.calls;

import java.util.List;
import java.util.Locale;

/** One bar for each line of the table: the p50 of a push, where the floor is 1. */
final class Plot {

    private static final int BAR = 14;
    private static final int LEFT = 330;
    private static final int UNIT = 180;

    private Plot() {}

    static String of(List<Comparison> comparisons) {
        StringBuilder bars = new StringBuilder();
        int y = 30;
        for (Comparison comparison : comparisons) {
            bars.append(text(8, y, "bold", comparison.condition() + ", threads: " + comparison.threads()));
            y += BAR + 6;
            for (Comparison.Line line : comparison.lines()) {
                double ratio = line.ratio(Round::medianMicros);
                bars.append(text(24, y, "normal", line.variant()));
                bars.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"%d\" fill=\"%s\"/>%n",
                        LEFT,
                        y - BAR + 4,
                        ratio * UNIT,
                        BAR - 4,
                        line.variant().startsWith("this SDK") ? "#2f7d32" : "#8a8f98"));
                bars.append(
                        text((int) (LEFT + 6 + ratio * UNIT), y, "normal", String.format(Locale.ROOT, "%.2f", ratio)));
                y += BAR + 2;
            }
            y += 10;
        }
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n%s<line x1=\"%d\""
                        + " y1=\"10\" x2=\"%d\" y2=\"%d\" stroke=\"#c62828\" stroke-dasharray=\"4\"/></svg>%n",
                y,
                bars,
                LEFT + UNIT,
                LEFT + UNIT,
                y);
    }

    private static String text(int x, int y, String weight, String text) {
        return String.format("<text x=\"%d\" y=\"%d\" font-weight=\"%s\">%s</text>%n", x, y, weight, text);
    }
}
