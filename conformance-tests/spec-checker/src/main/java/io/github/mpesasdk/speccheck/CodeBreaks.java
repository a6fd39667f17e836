package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a changed catalogue makes a client do something else about a code that it knew. */
final class CodeBreaks {

    private static final List<String> TABLES = List.of("x-errors", "x-acknowledgements", "x-results", "x-statuses");
    // What else an entry is looked up by.
    private static final List<String> BESIDE = List.of("http", "message", "words");
    private static final String ANY_OPERATION = "";
    private static final List<String> DECIDING = List.of("kind", "final");
    private static final YAMLMapper YAML = new YAMLMapper();

    private CodeBreaks() {}

    /** One line for each break, in the order of the earlier catalogue. */
    static List<String> between(String earlier, String now) throws IOException {
        Map<String, Map<String, JsonNode>> before = entries(YAML.readTree(earlier));
        Map<String, Map<String, JsonNode>> after = entries(YAML.readTree(now));
        Map<String, List<String>> breaks = new LinkedHashMap<>();
        before.forEach((code, operations) -> operations.forEach((operation, entry) -> {
            Map<String, JsonNode> changed = after.getOrDefault(code, Map.of());
            // An entry for any operation speaks of this one, too.
            JsonNode found = changed.getOrDefault(operation, changed.get(ANY_OPERATION));
            for (String change : changes(entry, found == null ? YAML.missingNode() : found)) {
                breaks.computeIfAbsent(code + "\n" + change, key -> new ArrayList<>())
                        .add(operation);
            }
        }));
        return breaks.entrySet().stream()
                .map(line -> line.getKey().replace("\n", named(line.getValue()) + ": "))
                .toList();
    }

    private static List<String> changes(JsonNode entry, JsonNode now) {
        if (now.isMissingNode()) {
            return List.of("is gone");
        }
        return DECIDING.stream()
                .filter(field -> !entry.path(field).equals(now.path(field)))
                .map(field -> field + " was " + entry.path(field).asText() + ", is "
                        + now.path(field).asText())
                .toList();
    }

    private static String named(List<String> operations) {
        return operations.contains(ANY_OPERATION) ? "" : ", of " + String.join(", ", operations);
    }

    /** The entries, by code and what stands beside it, then by operation. */
    private static Map<String, Map<String, JsonNode>> entries(JsonNode catalogue) {
        Map<String, Map<String, JsonNode>> entries = new LinkedHashMap<>();
        for (String table : TABLES) {
            for (JsonNode entry : catalogue.path(table)) {
                StringBuilder code = new StringBuilder(table).append(": code ").append(entry.path("code"));
                BESIDE.stream()
                        .filter(entry::has)
                        .forEach(field ->
                                code.append(", ").append(field).append(' ').append(entry.get(field)));
                Map<String, JsonNode> byOperation =
                        entries.computeIfAbsent(code.toString(), key -> new LinkedHashMap<>());
                entry.path("operations").forEach(operation -> byOperation.put(operation.asText(), entry));
                if (!entry.has("operations")) {
                    byOperation.put(ANY_OPERATION, entry);
                }
            }
        }
        return entries;
    }
}
