package io.github.mpesasdk.sandbox.bounds;

import java.util.Map;

/** How long texts are that are kept together. */
public final class Characters {

    private Characters() {}

    /** In all names and values. */
    public static int in(Map<String, String> texts) {
        return texts.entrySet().stream()
                .mapToInt(text -> text.getKey().length() + text.getValue().length())
                .sum();
    }
}
