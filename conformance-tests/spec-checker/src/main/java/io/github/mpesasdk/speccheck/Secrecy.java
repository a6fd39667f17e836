package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What could name a person or grant access must say whether it is sensitive. */
final class Secrecy {

    private static final String MARK = "x-sensitive";
    private static final Pattern TELLING_NAME =
            Pattern.compile("(?i)msisdn|phone|party|password|credential|session|voucher|token|name|url");

    private Secrecy() {}

    static List<Mistake> mistakes(SpecDocument document) {
        List<Mistake> mistakes = new ArrayList<>();
        document.tree().at("/components/schemas").fields().forEachRemaining(schema -> {
            if (!schema.getValue().has(MARK)) {
                String pointer = Pointers.child("/components/schemas", schema.getKey()) + "/properties";
                schema.getValue().path("properties").fields().forEachRemaining(property -> {
                    if (TELLING_NAME.matcher(property.getKey()).find() && !isExplained(document, property.getValue())) {
                        mistakes.add(document.mistake(
                                Pointers.child(pointer, property.getKey()),
                                property.getKey() + " sounds as if it named a person or were a secret: give it " + MARK
                                        + ", which is none where anybody may see it"));
                    }
                });
            }
        });
        return mistakes;
    }

    private static boolean isExplained(SpecDocument document, JsonNode property) {
        JsonNode resolved = document.resolve(property);
        String mark = property.path(MARK).asText(resolved.path(MARK).asText());
        // Words are cleaned before anybody sees them, and only the gateway's own are.
        return mark.equals("words") ? property.path("x-role").asText().equals("words") : !mark.isEmpty();
    }
}
