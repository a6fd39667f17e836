package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of {@code x-markets}: each has names of its own and numbers that every pattern takes, and the enums, in
 * which readers that know no extension look, have the same values.
 */
final class MarketRules {

    private static final String TABLE = "x-markets";
    private static final List<String> UNIQUE = List.of("name", "word", "path", "country");

    private final SpecDocument document;
    private final List<Mistake> mistakes = new ArrayList<>();

    private MarketRules(SpecDocument document) {
        this.document = document;
    }

    static List<Mistake> mistakes(SpecDocument document) {
        MarketRules rules = new MarketRules(document);
        JsonNode markets = document.tree().path(TABLE);
        if (!markets.isMissingNode()) {
            Set<String> countries = new LinkedHashSet<>();
            Set<String> currencies = new LinkedHashSet<>();
            for (JsonNode market : markets) {
                countries.add(market.get("country").asText());
                market.get("currencies").forEach(currency -> currencies.add(currency.asText()));
            }
            rules.compare("Country", countries);
            rules.compare("Currency", currencies);
            UNIQUE.forEach(column -> rules.unique(markets, column));
            for (int row = 0; row < markets.size(); row++) {
                rules.number("/" + TABLE + "/" + row, markets.get(row));
            }
        }
        return rules.mistakes;
    }

    private void compare(String schema, Set<String> rows) {
        String pointer = "/components/schemas/" + schema + "/enum";
        Set<String> listed = new LinkedHashSet<>();
        document.tree().at(pointer).forEach(value -> listed.add(value.asText()));
        rows.stream()
                .filter(value -> !listed.contains(value))
                .forEach(value -> add(
                        pointer,
                        schema + " lacks " + value + ", which " + TABLE
                                + " has: add it, with its name and description"));
        listed.stream()
                .filter(value -> !rows.contains(value))
                .forEach(value -> add(pointer, schema + " has " + value + ", which no row of " + TABLE + " has"));
    }

    private void unique(JsonNode markets, String column) {
        Set<String> known = new HashSet<>();
        for (int row = 0; row < markets.size(); row++) {
            String value = markets.get(row).get(column).asText();
            if (!known.add(value)) {
                add("/" + TABLE + "/" + row + "/" + column, "another row of " + TABLE + " has " + value + " as well");
            }
        }
    }

    /** The example, as it goes out, must pass: it stands for every number of the country. */
    private void number(String row, JsonNode market) {
        JsonNode numbers = market.get("numbers");
        String national = numbers.get("example").asText().replace(" ", "").replaceFirst("^0", "");
        if (!national.matches(numbers.get("national").asText())) {
            add(row + "/numbers/national", "national does not match " + national + ", from the example beside it");
        }
        String sent = numbers.get("prefix").asText() + national;
        if (!finds(market.get("msisdn"), sent)) {
            add(row + "/msisdn", "msisdn does not match " + sent + ", from prefix and example of the numbers");
        }
        document.everywhere((pointer, node) -> {
            // The evidence of a limit has its name as well.
            if (!pointer.endsWith("/x-limit-evidence")
                    && node.has("x-pattern-by")
                    && node.has("pattern")
                    && !finds(node.get("pattern"), sent)) {
                add(
                        pointer + "/pattern",
                        "pattern does not match " + sent + ", a number of "
                                + market.get("name").asText() + " in " + TABLE);
            }
        });
    }

    private static boolean finds(JsonNode pattern, String text) {
        return Pattern.compile(pattern.asText()).matcher(text).find();
    }

    private void add(String pointer, String words) {
        mistakes.add(document.mistake(pointer, words));
    }
}
