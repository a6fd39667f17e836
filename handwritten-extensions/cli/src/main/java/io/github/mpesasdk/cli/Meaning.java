package io.github.mpesasdk.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.cli.market.MarketCommands;
import io.github.mpesasdk.cli.story.Paragraph;
import io.github.mpesasdk.runtime.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that a code means.
 *
 * @param markets where it means that
 * @param code the entry of their catalogue
 */
record Meaning(List<MarketCommands> markets, Code code) {

    private static final int WIDTH = 80;
    private static final String LABEL = "  %-9s ";
    private static final int COLUMN = 12;

    private List<String> names() {
        return markets.stream().map(MarketCommands::name).toList();
    }

    private Catalogue catalogue() {
        return markets.get(0).catalogue();
    }

    /** What the gateway says with it, where that is known. */
    Optional<String> says() {
        return markets.get(0).words().of(code);
    }

    JsonObject json() {
        JsonObject one = new JsonObject();
        one.add("markets", list(names()));
        one.addProperty("code", code.value());
        one.addProperty("kind", SpecWord.of(code.kind()));
        one.addProperty("final", code.isFinal());
        one.addProperty("meaning", code.meaning());
        one.addProperty("advice", code.advice());
        one.addProperty("says", says().orElse(null));
        one.addProperty("evidence", SpecWord.of(code.evidence()));
        one.addProperty("messageContains", code.message());
        one.addProperty("messageIs", code.words());
        one.add("operations", list(code.operations()));
        one.add("httpStatuses", list(code.httpStatuses()));
        return one;
    }

    private static JsonElement list(List<?> values) {
        JsonArray array = new JsonArray();
        for (Object value : values) {
            if (value instanceof Number number) {
                array.add(number);
            } else {
                array.add(value.toString());
            }
        }
        return array;
    }

    String text() {
        List<String> lines = new ArrayList<>(Paragraph.lines(String.join(", ", names()) + " " + code.value(), WIDTH));
        says().ifPresent(words -> addTo(lines, "says", "\"" + words + "\""));
        addTo(lines, "means", code.meaning());
        addTo(lines, "final", finality());
        addTo(lines, "do", code.advice());
        if (code.isKnown()) {
            addTo(lines, "kind", SpecWord.of(code.kind()) + ", " + SpecWord.of(code.evidence()));
            addTo(lines, "applies", applies());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void addTo(List<String> lines, String label, String words) {
        String column = LABEL.formatted(label);
        for (String line : Paragraph.lines(words, WIDTH - COLUMN)) {
            lines.add(column + line);
            column = " ".repeat(COLUMN);
        }
    }

    private String finality() {
        if (!code.isFinal()) {
            return "no, it settles nothing";
        }
        boolean isOfRequest = catalogue().errors().contains(code)
                || catalogue().acknowledgements().contains(code);
        if (!isOfRequest) {
            return "yes, the outcome is settled";
        }
        return code.kind() == CodeKind.SUCCESS
                ? "yes, what was asked for was done"
                : "yes, the request was refused and moved nothing";
    }

    private String applies() {
        List<String> when = new ArrayList<>();
        when.add(code.operations().isEmpty() ? "to any operation" : "to " + String.join(", ", code.operations()));
        if (code.message() != null) {
            when.add("if the message contains \"" + code.message() + "\"");
        }
        if (code.words() != null) {
            when.add("if the message is \"" + code.words() + "\"");
        }
        if (!code.httpStatuses().isEmpty()) {
            when.add("with HTTP "
                    + code.httpStatuses().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return String.join(", ", when);
    }
}
