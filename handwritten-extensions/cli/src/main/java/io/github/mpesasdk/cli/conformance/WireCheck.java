package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what arrived at the sandbox with what a case says must be sent. */
final class WireCheck {

    private static final String BEARER = "Bearer ";

    private final CaseBook book;
    private final JsonObject played;
    private final String operation;
    private final List<String> differences = new ArrayList<>();

    WireCheck(CaseBook book, JsonObject played) {
        this.book = book;
        this.played = played;
        this.operation = played.getAsJsonObject("given").get("operation").getAsString();
    }

    /** What differs, of all that arrived. */
    List<String> differences(List<JsonObject> exchanges) {
        List<JsonObject> sent = of(operation, exchanges);
        compareCounts(sent.size(), exchanges);
        for (int number = 1; number <= sent.size() && differences.isEmpty(); number++) {
            compare(sent.get(number - 1), number);
        }
        return differences;
    }

    static List<JsonObject> of(String operation, List<JsonObject> exchanges) {
        return exchanges.stream()
                .filter(each -> operation.equals(text(each, "operation")))
                .toList();
    }

    private void compareCounts(int sent, List<JsonObject> exchanges) {
        JsonObject expect = played.getAsJsonObject("expect");
        if (expect.has("requests") && sent != expect.get("requests").getAsInt()) {
            differences.add("was sent " + times(sent) + ", not "
                    + times(expect.get("requests").getAsInt()));
        }
        if (expect.has("requestsAtMost")) {
            int most = expect.get("requestsAtMost").getAsInt();
            if (sent < 1 || sent > most) {
                differences.add("was sent " + times(sent) + ", not once to " + times(most));
            }
        }
        if (expect.has("tokens")) {
            int fetched = book.tokens()
                    .map(tokens -> of(tokens.operation(), exchanges).size())
                    .orElse(0);
            if (fetched != expect.get("tokens").getAsInt()) {
                differences.add("fetched a token " + times(fetched) + ", not "
                        + times(expect.get("tokens").getAsInt()));
            }
        }
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private void compare(JsonObject sent, int number) {
        JsonObject request = played.getAsJsonObject("request");
        String path = book.basePath(played.getAsJsonObject("given")) + text(request, "path");
        same("the method", text(request, "method"), text(sent, "method"));
        same("the path", path, text(sent, "path"));
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.getAsJsonObject("headers")
                .entrySet()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().getAsString()));
        book.headers().forEach((name, value) -> same("the header " + name, value, headers.getOrDefault(name, "")));
        compareCredential(headers.getOrDefault("Authorization", ""), text(sent, "body"), number);
        compareContent(request, sent, headers.getOrDefault("Content-Type", ""));
    }

    private void compareContent(JsonObject request, JsonObject sent, String contentType) {
        try {
            if (request.has("xml")) {
                XmlMatch.difference(text(request, "xml"), text(sent, "body"))
                        .ifPresent(where -> differences.add("the request" + where));
            } else if (request.has("body")) {
                // A charset beside it does no harm.
                same("the content type", "application/json", contentType.replaceFirst("(?i);\\s*charset=utf-8$", ""));
                exact(request.get("body"), JsonParser.parseString(text(sent, "body")));
            } else {
                exact(request.get("query"), sent.get("query"));
            }
        } catch (JsonParseException | IllegalArgumentException other) {
            differences.add("the body of the request cannot be read");
        }
    }

    private void exact(JsonElement wanted, JsonElement sent) {
        JsonMatch.exact(wanted, sent, (name, text) -> RunnerKey.hides(book.value(name), text))
                .forEach(where -> differences.add("the request" + where));
    }

    /** No difference shows a credential: a client may have sent one that is real. */
    private void compareCredential(String header, String body, int number) {
        switch (book.security(operation)) {
            case "consumer" -> require(header.equals("Basic " + basic()), "Basic with consumer key and secret");
            case "accessToken" -> require(header.equals(BEARER + token(number)), "Bearer with the newest token");
            case "encryptedApiKey" ->
                require(hides(book.value("apiKey"), header), "Bearer with the API key, encrypted");
            case "encryptedSession" ->
                require(hides(token(number), header), "Bearer with the newest session, encrypted");
            case "session" -> {
                require(header.isEmpty(), "left out");
                if (!sessionIn(body).equals(token(number))) {
                    differences.add("the Token of the envelope is not the newest session");
                }
            }
            default -> require(header.isEmpty(), "left out");
        }
    }

    private void require(boolean holds, String authorization) {
        if (!holds) {
            differences.add("the Authorization is not " + authorization);
        }
    }

    private String basic() {
        String pair = book.value("consumerKey") + ":" + book.value("consumerSecret");
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** The newest token after a rejection, as many as the case allows, and the first one otherwise. */
    private String token(int number) {
        JsonElement tokens = played.getAsJsonObject("expect").get("tokens");
        return book.tokens().orElseThrow().token(Math.min(number, tokens == null ? 1 : tokens.getAsInt()));
    }

    private boolean hides(String secret, String header) {
        return header.startsWith(BEARER) && RunnerKey.hides(secret, header.substring(BEARER.length()));
    }

    private static String sessionIn(String body) {
        try {
            return SoapMessage.read(body).token().orElse("");
        } catch (IllegalArgumentException other) {
            return "";
        }
    }

    private void same(String what, String wanted, String sent) {
        if (!wanted.equals(sent)) {
            differences.add(what + " is \"" + sent + "\", not \"" + wanted + "\"");
        }
    }

    /** The value of a field of a request as it was sent. */
    static Optional<String> field(JsonObject sent, String name) {
        try {
            JsonObject content = sent.getAsJsonObject("query");
            String body = text(sent, "body").strip();
            if (body.startsWith("<")) {
                content = SoapMessage.read(body).content();
            } else if (!body.isEmpty()) {
                content = JsonParser.parseString(body).getAsJsonObject();
            }
            return Optional.ofNullable(content.get(name))
                    .filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsString);
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
