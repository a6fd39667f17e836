package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What could name a person or grant access must say that it is sensitive. */
final class Secrecy {

    private static final String MARK = "x-sensitive";
    private static final Pattern TELLING_NAME =
            Pattern.compile("(?i)msisdn|phone|party|password|credential|session|voucher|token|name|url");
    // A party that can only be a short code is on every till's sticker.
    private static final Set<String> SHORT_CODES =
            Set.of("^\\d{5,7}$", "^572572$", "^[0-9]{5,6}$", "^([0-9A-Za-z]{4,12})$");
    // Ids that we choose ourselves and kinds of number, which only sound like a party; and names of a business.
    private static final Pattern INNOCENT = Pattern.compile(
            "ThirdPartyTransID|ThirdPartyReference|(input|output)_(ThirdPartyConversationID|ThirdPartyReference)"
                    + "|ServiceProviderName|MerchantName|partnerName|ReceiverPartyIdentifierType");

    private Secrecy() {}

    static List<Mistake> mistakes(SpecDocument document) {
        List<Mistake> mistakes = new ArrayList<>();
        document.tree().at("/components/schemas").fields().forEachRemaining(schema -> {
            if (!schema.getValue().has(MARK)) {
                String pointer = Pointers.child("/components/schemas", schema.getKey()) + "/properties";
                schema.getValue().path("properties").fields().forEachRemaining(property -> {
                    if (mayTell(property.getKey()) && !isExplained(document, property.getValue())) {
                        mistakes.add(document.mistake(
                                Pointers.child(pointer, property.getKey()),
                                property.getKey() + " sounds as if it named a person or were a secret: give it " + MARK
                                        + ", or a place among the innocent in Secrecy.java of spec-checker"));
                    }
                });
            }
        });
        return mistakes;
    }

    private static boolean mayTell(String name) {
        return TELLING_NAME.matcher(name).find() && !INNOCENT.matcher(name).matches();
    }

    private static boolean isExplained(SpecDocument document, JsonNode property) {
        JsonNode resolved = document.resolve(property);
        String mark = property.path(MARK).asText(resolved.path(MARK).asText());
        return mark.equals("secret")
                || mark.equals("personal")
                // Words in its place, which are cleaned before anybody sees them.
                || (mark.equals("words") && property.path("x-role").asText().equals("words"))
                || SHORT_CODES.contains(resolved.path("pattern").asText());
    }
}
