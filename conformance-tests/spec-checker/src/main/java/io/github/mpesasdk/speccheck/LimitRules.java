package io.github.mpesasdk.speccheck;

import java.util.ArrayList;
import java.util.List;

/** The evidence of a limit names a limit that stands beside it. */
final class LimitRules {

    private static final String EVIDENCE = "x-limit-evidence";

    private LimitRules() {}

    static List<Mistake> mistakes(SpecDocument document) {
        List<Mistake> mistakes = new ArrayList<>();
        document.everywhere((pointer, node) -> node.path(EVIDENCE).fieldNames().forEachRemaining(limit -> {
            if (!node.has(limit)) {
                mistakes.add(document.mistake(
                        Pointers.child(pointer + "/" + EVIDENCE, limit), "there is no " + limit + " beside it"));
            }
        }));
        return mistakes;
    }
}
