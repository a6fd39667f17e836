package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Names and descriptions of an enum go with its values by their places, so there must be one for each. */
final class EnumNames {

    private static final List<String> LISTS = List.of("x-enum-varnames", "x-enum-descriptions");

    private EnumNames() {}

    static List<Mistake> mistakes(SpecDocument document) {
        List<Mistake> mistakes = new ArrayList<>();
        document.everywhere((pointer, node) -> {
            JsonNode values = node.path("enum");
            for (String list : LISTS) {
                JsonNode names = node.path(list);
                if (values.isArray() && names.isArray() && names.size() != values.size()) {
                    mistakes.add(document.mistake(
                            Pointers.child(pointer, list),
                            list + " has " + names.size() + " entries for " + values.size() + " values"));
                }
            }
        });
        return mistakes;
    }
}
