package io.github.mpesasdk.conformance.languages;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.conformance.ConformanceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What became of the cases of a market in one language.
 *
 * @param verdicts by the name of the case
 */
record PlayedCases(String language, String market, Map<String, Verdict> verdicts) {

    /** One line that a runner prints. */
    record Verdict(String verdict, String why) {}

    static PlayedCases read(String language, String market, String lines) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        lines.lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .forEach(line -> {
                    Verdict verdict = new Verdict(text(line, "verdict"), text(line, "why"));
                    verdicts.put(text(line, "case"), verdict);
                });
        return new PlayedCases(language, market, verdicts);
    }

    private static String text(JsonObject line, String name) {
        return line.get(name).getAsString();
    }

    /** The cases that failed, with the difference. */
    List<String> failures() {
        return named(verdict -> verdict.verdict().equals("failed"));
    }

    /** Whether a case itself says that not every language can be asked it. */
    static boolean mayBeLeftOut(ConformanceCase one) {
        return one.json().has("needs")
                || ConformanceCase.text(one.expect(), "error")
                        .filter("invalid-input"::equals)
                        .isPresent();
    }

    private List<String> named(Predicate<Verdict> chosen) {
        List<String> names = new ArrayList<>();
        verdicts.forEach((name, verdict) -> {
            if (chosen.test(verdict)) {
                names.add(name + ": " + verdict.why());
            }
        });
        return names;
    }

    private long count(String verdict) {
        return verdicts.values().stream()
                .filter(each -> each.verdict().equals(verdict))
                .count();
    }

    /** The head of the table. */
    static String head() {
        return String.format("%-12s %-9s %6s %6s %6s %6s", "language", "market", "cases", "passed", "failed", "left");
    }

    /** A row of the table, and below it why cases were left out. */
    String row() {
        String row = String.format(
                "%-12s %-9s %6d %6d %6d %6d",
                language, market, verdicts.size(), count("passed"), count("failed"), count("left out"));
        Map<String, Integer> reasons = new TreeMap<>();
        verdicts.values().stream()
                .filter(each -> each.verdict().equals("left out"))
                .forEach(each -> reasons.merge(each.why(), 1, Integer::sum));
        StringBuilder rows = new StringBuilder(row);
        reasons.forEach((why, times) -> rows.append(String.format("%n%40d left out: %s", times, why)));
        return rows.toString();
    }
}
