package io.github.mpesasdk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What of a spec and its catalogue of codes no case shows. */
final class CaseCoverage {

    private static final List<String> TABLES = List.of("x-errors", "x-acknowledgements", "x-results", "x-statuses");
    // The last one is the value in a list of names and values.
    private static final List<String> HOLD_CODES = List.of("code", "status", "value");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private CaseCoverage() {}

    /** The operations and callbacks that no case plays. */
    static Set<String> subjectsWithoutCase(Spec spec, Collection<ConformanceCase> cases) {
        Set<String> missing = new TreeSet<>(spec.operations().keySet());
        missing.addAll(spec.callbacks().keySet());
        cases.forEach(one -> missing.remove(one.subject()));
        return missing;
    }

    /**
     * The codes that stand in no answer, no callback, and nothing that a caller sees of them. Entries without a code
     * speak of HTTP statuses.
     */
    static Set<String> codesWithoutCase(JsonObject catalogue, Collection<ConformanceCase> cases) {
        Set<String> missing = new TreeSet<>();
        for (String table : TABLES) {
            if (catalogue.has(table)) {
                catalogue
                        .getAsJsonArray(table)
                        .forEach(entry ->
                                missing.add(entry.getAsJsonObject().get("code").getAsString()));
            }
        }
        missing.remove("");
        Set<String> shown = new HashSet<>();
        cases.forEach(one -> {
            one.answers().forEach(answer -> collect("", answer, shown));
            one.tokenAnswers().forEach(answer -> collect("", answer, shown));
            one.probeAnswers().forEach(answer -> collect("", answer, shown));
            collect("", one.given(), shown);
            collect("", one.expect(), shown);
        });
        missing.removeAll(shown);
        return missing;
    }

    private static void collect(String name, JsonElement element, Set<String> shown) {
        if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(entry -> collect(entry.getKey(), entry.getValue(), shown));
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(name, each, shown));
        } else if (element.isJsonPrimitive()) {
            String text = element.getAsString();
            if (text.stripLeading().startsWith("<")) {
                TAG.splitAsStream(text).map(String::strip).forEach(shown::add);
            } else if (HOLD_CODES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
                shown.add(text);
            }
        }
    }
}
