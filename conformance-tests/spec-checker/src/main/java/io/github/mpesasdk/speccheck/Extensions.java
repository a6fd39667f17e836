package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The extensions that the specs may use, where, and in which form: what {@code extensions.yaml} says. */
final class Extensions {

    private static final String PREFIX = "x-";

    private final JsonNode entries;
    private final SchemaCheck values;

    Extensions(SpecDocument table) {
        entries = table.tree().path("extensions");
        values = new SchemaCheck(table.tree(), Dialects.getDraft202012());
    }

    /** The names of all of them. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        entries.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Where one of them may stand, as the table writes it. */
    String places(String name) {
        return words(name, "on").stream().collect(Collectors.joining(", "));
    }

    private List<String> words(String name, String column) {
        List<String> words = new ArrayList<>();
        entries.path(name).path(column).forEach(word -> words.add(word.asText()));
        return words;
    }

    List<Mistake> mistakes(SpecDocument document) {
        List<Mistake> mistakes = new ArrayList<>();
        document.everywhere((pointer, node) -> {
            if (node.isObject() && !isPayload(pointer)) {
                Set<Place> places = Place.of(pointer, node);
                node.fieldNames().forEachRemaining(field -> {
                    if (field.startsWith(PREFIX)) {
                        check(document, Pointers.child(pointer, field), node.get(field), places, mistakes);
                    }
                });
                missing(document, pointer, node, places, mistakes);
            }
        });
        return mistakes;
    }

    // In the values of examples and of extensions a name may be anything.
    private static boolean isPayload(String pointer) {
        return pointer.matches(".*(/examples/[^/]+/value|/example|/default|/x-[^/]*)(/.*)?")
                || pointer.matches(".*/(properties|schemas|callbacks|responses|variables)");
    }

    private void check(
            SpecDocument document, String pointer, JsonNode value, Set<Place> places, List<Mistake> mistakes) {
        String name = Pointers.last(pointer);
        if (!entries.has(name)) {
            mistakes.add(document.mistake(pointer, name + " is not an extension that specs/extensions.yaml knows"));
        } else if (places.stream().noneMatch(place -> words(name, "on").contains(place.word()))) {
            mistakes.add(document.mistake(pointer, name + " does not belong here, but on: " + places(name)));
        } else {
            mistakes.addAll(values.check(
                    "/extensions/" + name + "/value",
                    value,
                    (inner, words) -> document.mistake(pointer + inner, name + ": " + words)));
        }
    }

    private void missing(
            SpecDocument document, String pointer, JsonNode node, Set<Place> places, List<Mistake> mistakes) {
        for (String name : names()) {
            if (!node.has(name)
                    && places.stream()
                            .anyMatch(place -> words(name, "required-on").contains(place.word()))) {
                String owner = node.path("operationId").asText(Pointers.last(pointer));
                mistakes.add(document.mistake(pointer, owner + " has no " + name));
            }
        }
    }
}
