package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.cli.market.BadInputException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which members a full case has, and what stands in them, as far as playing it depends on that. */
enum CaseShape {
    TEXT("text"),
    NUMBER("a number"),
    FLAG("true or false"),
    OBJECT("an object"),
    LIST("a list of texts"),
    ANSWERS("an answer, or a list of them");

    private static final Map<String, CaseShape> CASE = members(
            "description provenance record needs malformed given request token probe answer answers expect",
            Map.of(
                    "description", TEXT,
                    "record", FLAG,
                    "malformed", FLAG,
                    "needs", LIST,
                    "token", ANSWERS,
                    "probe", ANSWERS,
                    "answer", ANSWERS,
                    "answers", ANSWERS));
    private static final Map<String, CaseShape> GIVEN = members(
            "operation market input at callback body xml text",
            Map.of("operation", TEXT, "market", TEXT, "at", TEXT, "callback", TEXT, "xml", TEXT, "text", TEXT));
    private static final Map<String, CaseShape> REQUEST = members(
            "method port path query body xml", Map.of("method", TEXT, "port", NUMBER, "path", TEXT, "xml", TEXT));
    private static final Map<String, CaseShape> ANSWER = members(
            "status headers body xml text truncated malformed fault",
            Map.of("status", NUMBER, "xml", TEXT, "text", TEXT, "truncated", FLAG, "malformed", FLAG, "fault", TEXT));
    private static final Map<String, CaseShape> EXPECT = members(
            "returned ids values other reply",
            Map.of("outcome", TEXT, "error", TEXT, "code", TEXT, "kind", TEXT, "referenceField", TEXT),
            Map.of("messageContains", LIST, "fields", LIST, "absent", LIST),
            Map.of("requests", NUMBER, "requestsAtMost", NUMBER, "tokens", NUMBER),
            Map.of("resultCode", TEXT, "description", TEXT, "replyXml", TEXT));

    private static final Set<String> CALLBACK_BODIES = Set.of("body", "xml", "text");

    private final String words;

    CaseShape(String words) {
        this.words = words;
    }

    /** Members that are objects, and others. */
    @SafeVarargs
    private static Map<String, CaseShape> members(String objects, Map<String, CaseShape>... others) {
        Map<String, CaseShape> members = new TreeMap<>();
        for (String name : objects.split(" ", -1)) {
            members.put(name, OBJECT);
        }
        for (Map<String, CaseShape> each : others) {
            members.putAll(each);
        }
        return members;
    }

    /** The members that are known in each part of a case, by its name. */
    static Map<String, Set<String>> members() {
        return Map.of(
                "case", CASE.keySet(),
                "given", GIVEN.keySet(),
                "request", REQUEST.keySet(),
                "answer", ANSWER.keySet(),
                "expect", EXPECT.keySet());
    }

    /**
     * Refuses what cannot be played.
     *
     * @param file names the case in the message
     */
    static void refuse(JsonObject one, String file) {
        Check check = new Check(file);
        check.members(one, "", CASE);
        check.members(check.object(one, "given"), "given: ", GIVEN);
        JsonObject expect = check.object(one, "expect");
        check.members(expect, "expect: ", EXPECT);
        if (one.has("request")) {
            check.members(one.getAsJsonObject("request"), "request: ", REQUEST);
        }
        boolean isCallback = one.getAsJsonObject("given").has("callback");
        boolean isSent = !isCallback
                && !(expect.has("requests") && expect.get("requests").getAsInt() == 0);
        if (isSent && !(one.has("request") && (one.has("answer") || one.has("answers")))) {
            throw check.wrong("what is sent needs `request`, and `answer` or `answers`");
        }
        if (isSent && !(expect.has("requests") || expect.has("requestsAtMost"))) {
            throw check.wrong("`expect` does not say how often it is sent: `requests` or `requestsAtMost`");
        }
        if (isCallback && !one.getAsJsonObject("given").keySet().stream().anyMatch(CALLBACK_BODIES::contains)) {
            throw check.wrong("`given` has neither `body` nor `xml` nor `text`");
        }
    }

    private boolean fits(JsonElement value) {
        return switch (this) {
            case TEXT -> value instanceof JsonPrimitive text && text.isString();
            case NUMBER ->
                value instanceof JsonPrimitive number
                        && number.isNumber()
                        && number.getAsString().matches("[0-9]{1,5}");
            case FLAG -> value instanceof JsonPrimitive flag && flag.isBoolean();
            case OBJECT -> value.isJsonObject();
            case LIST ->
                value instanceof JsonArray list && list.asList().stream().allMatch(TEXT::fits);
            case ANSWERS ->
                value.isJsonObject()
                        || (value instanceof JsonArray list
                                && !list.isEmpty()
                                && list.asList().stream().allMatch(OBJECT::fits));
        };
    }

    /** What is looked at, for messages. */
    private record Check(String file) {

        private void members(JsonObject object, String place, Map<String, CaseShape> known) {
            object.entrySet().forEach(member -> {
                CaseShape shape = known.get(member.getKey());
                if (shape == null) {
                    throw wrong(place + member.getKey() + " is not known here; there are "
                            + String.join(", ", known.keySet()));
                }
                if (!shape.fits(member.getValue())) {
                    throw wrong(place + member.getKey() + " is not " + shape.words);
                }
                if (shape == ANSWERS) {
                    answers(member.getValue(), place + member.getKey() + ": ");
                }
            });
        }

        private void answers(JsonElement oneOrMany, String place) {
            if (oneOrMany instanceof JsonArray many) {
                many.forEach(each -> answers(each, place));
            } else {
                JsonObject answer = oneOrMany.getAsJsonObject();
                members(answer, place, ANSWER);
                if (answer.has("fault") == answer.has("status")) {
                    throw wrong(place + "it has either a status or a fault");
                }
            }
        }

        private JsonObject object(JsonObject one, String name) {
            if (!one.has(name)) {
                throw wrong(name + " is missing");
            }
            return one.getAsJsonObject(name);
        }

        private BadInputException wrong(String words) {
            return new BadInputException(file + ": " + words + ".");
        }
    }
}
