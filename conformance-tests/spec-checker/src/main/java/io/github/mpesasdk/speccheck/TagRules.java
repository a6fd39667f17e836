package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A tag names a group of calls: each one that is used is described, and each one that is described is used. */
final class TagRules {

    private TagRules() {}

    static List<Mistake> mistakes(SpecDocument document) {
        List<Mistake> mistakes = new ArrayList<>();
        JsonNode described = document.tree().path("tags");
        Set<String> names = new HashSet<>();
        described.forEach(tag -> names.add(tag.path("name").asText()));
        Set<String> used = new HashSet<>();
        document.everywhere((pointer, node) -> {
            Set<Place> places = Place.of(pointer, node);
            if (places.contains(Place.OPERATION) || places.contains(Place.CALLBACK)) {
                JsonNode tags = node.path("tags");
                for (int each = 0; each < tags.size(); each++) {
                    String name = tags.get(each).asText();
                    used.add(name);
                    if (!names.contains(name)) {
                        mistakes.add(document.mistake(
                                pointer + "/tags/" + each, "tags at the top of the document do not describe " + name));
                    }
                }
            }
        });
        for (int each = 0; each < described.size(); each++) {
            String name = described.get(each).path("name").asText();
            if (!used.contains(name)) {
                mistakes.add(document.mistake("/tags/" + each, "no operation has the tag " + name));
            }
        }
        return mistakes;
    }
}
