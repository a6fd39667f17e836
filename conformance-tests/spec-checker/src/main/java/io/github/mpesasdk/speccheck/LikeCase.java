package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Makes the full form of a case of a callback that only says in what it differs from another one of its operation. */
final class LikeCase {

    private static final String GIVEN = "given";
    private static final String EXPECT = "expect";
    private static final String LIKE = "like";
    private static final String BODY = "body";

    private LikeCase() {}

    static boolean isOne(JsonNode written) {
        return written.path(GIVEN).has(LIKE);
    }

    /** The case that it is like. */
    static String named(JsonNode written) {
        return written.path(GIVEN).path(LIKE).asText();
    }

    /**
     * The full form.
     *
     * @param neighbours the cases of the operation as they are written
     */
    static ObjectNode expanded(String where, ObjectNode written, Map<String, ObjectNode> neighbours) {
        String like = named(written);
        ObjectNode other = neighbours.getOrDefault(like, CaseJson.object());
        if (!other.path(GIVEN).path(BODY).isObject()
                || !other.path(GIVEN).has("callback")
                || !other.path(EXPECT).isObject()) {
            throw new CaseMistake(
                    where,
                    LIKE + " names " + like
                            + ", which is no case of a callback here that has a body and an expect of its own");
        }
        ObjectNode full = CaseJson.object();
        for (String head : List.of("description", "provenance", "needs", "malformed")) {
            if (written.has(head)) {
                full.set(head, written.get(head));
            }
        }
        ObjectNode given = full.putObject(GIVEN);
        given.set("callback", other.path(GIVEN).get("callback"));
        given.set(
                BODY,
                changed(where, other.path(GIVEN).path(BODY), written.path(GIVEN).path("bodyBut")));
        full.set(
                EXPECT,
                written.has(EXPECT)
                        ? written.get(EXPECT)
                        : changed(where, other.path(EXPECT), written.path("expectBut")));
        return full;
    }

    /**
     * Objects are merged, null leaves a field out, all else is replaced. A JSON merge patch (RFC 7396) does so too, but
     * here leaving out what is not there is a mistake, and an object that meets no other one is taken as it is written,
     * with its nulls.
     */
    private static JsonNode changed(String where, JsonNode old, JsonNode changes) {
        ObjectNode changed = ((ObjectNode) old).deepCopy();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            JsonNode before = changed.path(change.getKey());
            if (change.getValue().isNull()) {
                if (changed.remove(change.getKey()) == null) {
                    throw new CaseMistake(where, "it leaves out " + change.getKey() + ", which is not there");
                }
            } else if (change.getValue().isObject() && before.isObject()) {
                changed.set(change.getKey(), changed(where, before, change.getValue()));
            } else {
                changed.set(change.getKey(), change.getValue());
            }
        }
        return changed;
    }
}
