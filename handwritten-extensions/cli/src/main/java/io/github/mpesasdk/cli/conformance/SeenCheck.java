package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a client saw with what a case says that it must see. */
final class SeenCheck {

    private static final List<String> PLAIN = List.of("error", "outcome", "code", "kind", "referenceField");

    private final JsonObject expect;
    private final JsonObject seen;
    private final List<String> differences = new ArrayList<>();

    SeenCheck(JsonObject expect, JsonObject seen) {
        this.expect = expect;
        this.seen = seen;
    }

    /**
     * After a request.
     *
     * @param secrets what no message may show
     * @param reference the value of the field that the payment is asked for by, as it was sent; null if it was not
     */
    List<String> ofOperation(List<String> secrets, @Nullable String reference) {
        if (expect.has("returned") && seen.has("error")) {
            differences.add("saw the error " + text(seen, "error") + ", not an answer");
        }
        if (expect.has("error") && seen.has("returned")) {
            differences.add("saw an answer, not the error " + text(expect, "error"));
        }
        if (!differences.isEmpty()) {
            return differences;
        }
        PLAIN.forEach(this::comparePlain);
        if (expect.has("returned")) {
            differences.addAll(at("returned", expect.get("returned")));
        }
        if (expect.has("referenceField") && reference != null && !reference.equals(text(seen, "reference"))) {
            differences.add("the reference is " + told("reference") + ", but " + reference + " was sent");
        }
        if (expect.has("fields") && !names(expect).equals(names(seen))) {
            differences.add("the fields that break a rule are " + names(seen) + ", not " + names(expect));
        }
        compareMessage(secrets);
        return differences;
    }

    private void comparePlain(String name) {
        if (expect.has(name) && !text(expect, name).equals(text(seen, name))) {
            differences.add("the " + name + " is " + told(name) + ", not " + text(expect, name));
        }
    }

    private String told(String name) {
        String told = text(seen, name);
        return told.isEmpty() ? "not told" : told;
    }

    private void compareMessage(List<String> secrets) {
        String message = text(seen, "message");
        if (expect.has("messageContains")) {
            for (JsonElement part : expect.getAsJsonArray("messageContains")) {
                if (!message.contains(part.getAsString())) {
                    differences.add("the message lacks \"" + part.getAsString() + "\"");
                }
            }
        }
        if (secrets.stream().anyMatch(message::contains)) {
            differences.add("the message shows a credential");
        }
    }

    /** After a callback: the normal form of it, or a refusal; and the reply, where the runner says it. */
    List<String> ofCallback() {
        if (!expect.has("error") && seen.has("error")) {
            return List.of("the body was refused as " + text(seen, "error"));
        }
        for (Map.Entry<String, JsonElement> part : expect.entrySet()) {
            switch (part.getKey()) {
                case "absent" -> compareAbsent(part.getValue().getAsJsonArray());
                case "reply", "replyXml" -> compareReply(part.getKey(), part.getValue());
                default -> differences.addAll(at(part.getKey(), part.getValue()));
            }
        }
        return differences;
    }

    private void compareAbsent(JsonArray names) {
        for (JsonElement name : names) {
            for (String place : List.of("ids", "values")) {
                if (seen.get(place) instanceof JsonObject there && there.has(name.getAsString())) {
                    differences.add(name.getAsString() + " should not be told");
                }
            }
        }
    }

    /** Whether the case wants a reply to the callback, and the runner does not say what its client replies. */
    boolean lacksReply() {
        return (expect.has("reply") || expect.has("replyXml")) && !seen.has("reply");
    }

    private void compareReply(String form, JsonElement wanted) {
        if (!seen.has("reply")) {
            return;
        }
        String reply = text(seen, "reply");
        try {
            if (form.equals("replyXml")) {
                XmlMatch.difference(wanted.getAsString(), reply).ifPresent(where -> differences.add("reply" + where));
            } else {
                JsonMatch.exact(wanted, JsonParser.parseString(reply), (name, text) -> false)
                        .forEach(where -> differences.add("reply" + where));
            }
        } catch (JsonParseException | IllegalArgumentException other) {
            differences.add("the reply cannot be read");
        }
    }

    private List<String> at(String name, JsonElement wanted) {
        JsonElement told = seen.get(name);
        return told == null
                ? List.of(name + " is not told")
                : JsonMatch.subset(wanted, told).stream()
                        .map(where -> name + where)
                        .toList();
    }

    private static Set<String> names(JsonObject object) {
        return object.get("fields") instanceof JsonArray list
                ? list.asList().stream().map(JsonElement::getAsString).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
