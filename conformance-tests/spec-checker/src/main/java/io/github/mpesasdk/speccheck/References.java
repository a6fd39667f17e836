package io.github.mpesasdk.speccheck;

import java.util.ArrayList;
import java.util.List;

/** Every {@code $ref} must lead somewhere. */
final class References {

    private References() {}

    static List<Mistake> mistakes(SpecDocument document) {
        List<Mistake> mistakes = new ArrayList<>();
        document.everywhere((pointer, node) -> {
            String target = node.path("$ref").asText();
            if (target.startsWith("#/")
                    && document.tree().at(target.substring(1)).isMissingNode()) {
                mistakes.add(
                        document.mistake(Pointers.child(pointer, "$ref"), "$ref leads nowhere: there is no " + target));
            }
        });
        return mistakes;
    }
}
