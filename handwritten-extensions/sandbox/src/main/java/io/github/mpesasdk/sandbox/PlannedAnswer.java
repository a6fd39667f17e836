package io.github.mpesasdk.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An answer in the form of a conformance case.
 *
 * @param status the HTTP status
 * @param headers among them the type of the content
 * @param body what is sent; an object {@code {"$sent": field}} in it is that field of the request
 * @param fault what becomes of it on the connection
 */
record PlannedAnswer(int status, Map<String, String> headers, JsonElement body, Optional<Fault> fault) {

    private static final String FORM =
            "an answer is {\"status\", \"headers\"?, \"truncated\"?} with one of \"body\" (JSON), "
                    + "\"xml\" (the envelope itself) and \"text\", or {\"fault\": \"dropped\"}; it ";
    private static final String SENT = "$sent";
    /** How an answer ends is for the server to say. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");

    private static final List<String> BODIES = List.of("body", "xml", "text");
    /** A case says with the last one that the body departs from the spec, which is nothing to a server. */
    private static final Set<String> MEMBERS =
            Set.of("status", "headers", "body", "xml", "text", "truncated", "malformed");

    /**
     * Reads an answer.
     *
     * @throws IllegalArgumentException if it has not the form; the message says what the form is
     */
    static PlannedAnswer read(String answer) {
        JsonObject json = JsonObjects.read(answer).orElseThrow(() -> wrong("is no JSON object"));
        if (json.has("fault")) {
            return connection(json);
        }
        Set<String> unknown = new TreeSet<>(json.keySet());
        unknown.removeAll(MEMBERS);
        require(unknown.isEmpty(), "cannot have " + unknown);
        List<String> bodies = BODIES.stream().filter(json::has).toList();
        require(bodies.size() == 1, bodies.isEmpty() ? "has none of them" : "has " + bodies);
        String kind = bodies.get(0);
        boolean fits = kind.equals("body") ? json.get(kind).isJsonObject() : isText(json.get(kind));
        require(fits, "has something else than " + (kind.equals("body") ? "an object" : "text") + " as " + kind);
        Map<String, String> headers = headers(json);
        headers.putIfAbsent("Content-Type", kind.equals("xml") ? "text/xml;charset=utf-8" : "application/json");
        require(hasNames(json.get(kind)), "has something else than the name of a field as " + SENT);
        return new PlannedAnswer(
                status(json),
                headers,
                json.get(kind),
                isTrue(json, "truncated") ? Optional.of(Fault.TRUNCATED_BODY) : Optional.empty());
    }

    private static PlannedAnswer connection(JsonObject json) {
        require(
                json.size() == 1 && json.get("fault").equals(new JsonPrimitive("dropped")),
                "cannot have " + json.keySet() + " with this fault; for \"unreachable\", give your client an address "
                        + "where nobody listens");
        return new PlannedAnswer(200, Map.of(), new JsonPrimitive(""), Optional.of(Fault.DROP_BEFORE_PROCESSING));
    }

    private static int status(JsonObject json) {
        JsonElement status = json.get("status");
        boolean isNumber = status instanceof JsonPrimitive number && number.isNumber();
        require(isNumber && status.getAsString().matches("[2-5]\\d\\d"), "needs a status from 200 to 599");
        return status.getAsInt();
    }

    private static Map<String, String> headers(JsonObject json) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        JsonElement written = json.has("headers") ? json.get("headers") : new JsonObject();
        require(written.isJsonObject(), "has headers that are no object");
        written.getAsJsonObject().entrySet().forEach(header -> {
            require(isText(header.getValue()), "has something else than text as header " + header.getKey());
            require(
                    header.getKey().matches("[!-9;-~]{1,100}")
                            && header.getValue().getAsString().matches("[ -~]{0,8000}"),
                    "has a header that cannot be sent");
            require(!FRAMING.contains(header.getKey().toLowerCase(Locale.ROOT)), "cannot set " + header.getKey());
            headers.put(header.getKey(), header.getValue().getAsString());
        });
        return headers;
    }

    private static boolean hasNames(JsonElement template) {
        if (template instanceof JsonArray array) {
            return array.asList().stream().allMatch(PlannedAnswer::hasNames);
        }
        if (!(template instanceof JsonObject object)) {
            return true;
        }
        return (object.size() == 1 && object.has(SENT))
                ? isText(object.get(SENT))
                : object.asMap().values().stream().allMatch(PlannedAnswer::hasNames);
    }

    private static boolean isTrue(JsonObject json, String member) {
        JsonElement value = json.has(member) ? json.get(member) : new JsonPrimitive(false);
        boolean isBoolean = value instanceof JsonPrimitive primitive && primitive.isBoolean();
        require(isBoolean, "has something else than true or false as " + member);
        return value.getAsBoolean();
    }

    private static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(FORM + what);
    }

    /** The same with what it repeats of a request; null stands where the request has no such field. */
    PlannedAnswer repeating(MarketRequest request) {
        JsonObject sent = new JsonObject();
        request.query().forEach(sent::addProperty);
        JsonObjects.read(request.body())
                .ifPresent(body -> body.entrySet().forEach(field -> sent.add(field.getKey(), field.getValue())));
        return new PlannedAnswer(status, headers, filled(body, sent), fault);
    }

    private static JsonElement filled(JsonElement template, JsonObject sent) {
        if (template instanceof JsonArray array) {
            JsonArray filled = new JsonArray();
            array.forEach(each -> filled.add(filled(each, sent)));
            return filled;
        }
        if (!(template instanceof JsonObject object)) {
            return template;
        }
        if (object.size() == 1 && object.has(SENT)) {
            JsonElement field = sent.get(object.get(SENT).getAsString());
            return field == null ? JsonNull.INSTANCE : field;
        }
        JsonObject filled = new JsonObject();
        object.entrySet().forEach(field -> filled.add(field.getKey(), filled(field.getValue(), sent)));
        return filled;
    }

    /** How many characters its body has. */
    int length() {
        return answer().body().length();
    }

    /** The answer, before any fault of the connection. */
    MarketAnswer answer() {
        return new MarketAnswer(status, headers, isText(body) ? body.getAsString() : body.toString());
    }
}
