package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of {@code x-markets}, and the enums in which readers that know no extension find the same values. */
final class MarketRules {

    private static final String TABLE = "x-markets";

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

    private void add(String pointer, String words) {
        mistakes.add(document.mistake(pointer, words));
    }
}
