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
    // What an entry is for; the rest of it is what it says.
    private static final List<String> KEY = List.of("code", "http", "message", "words", "operations");
    private static final List<String> DECIDING = List.of("kind", "final");
    private static final YAMLMapper YAML = new YAMLMapper();

    private CodeBreaks() {}

    /** One line for each break, in the order of the earlier catalogue. */
    static List<String> between(String earlier, String now) throws IOException {
        List<String> breaks = new ArrayList<>();
        Map<String, JsonNode> after = entries(YAML.readTree(now));
        entries(YAML.readTree(earlier)).forEach((key, entry) -> {
            JsonNode changed = after.get(key);
            if (changed == null) {
                breaks.add(key + " is gone, or speaks of something else");
                return;
            }
            for (String field : DECIDING) {
                if (!entry.path(field).equals(changed.path(field))) {
                    breaks.add(key + ": " + field + " was " + entry.path(field).asText() + ", is "
                            + changed.path(field).asText());
                }
            }
        });
        return breaks;
    }

    private static Map<String, JsonNode> entries(JsonNode catalogue) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        for (String table : TABLES) {
            for (JsonNode entry : catalogue.path(table)) {
                StringBuilder key = new StringBuilder("code " + entry.path("code") + " of " + table);
                KEY.stream().skip(1).filter(entry::has).forEach(field -> key.append(", ")
                        .append(field)
                        .append(' ')
                        .append(entry.get(field)));
                entries.put(key.toString(), entry);
            }
        }
        return entries;
    }
}
