package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the full form of a case from the short one that people write; {@code cases/README.md} explains both. What a
 * case leaves out is that of the usual case of its operation. A full case, such as a recording, stays as it is.
 */
final class ShortCase {

    private static final String GIVEN = "given";
    private static final String INPUT = "input";
    private static final String REQUEST = "request";
    private static final String EXPECT = "expect";
    private static final String ANSWER = "answer";
    private static final String REFERENCE = "referenceField";
    private static final String USUAL_BUT = "usualBut";
    private static final String INPUT_PLUS = "inputPlus";
    private static final String ACCEPTED = "$accepted";
    private static final String OF_INPUT = "$input";

    private final String where;
    private final CaseOperation operation;
    private final @Nullable ObjectNode usual;

    /** @param usual the full form of the usual case; null for that case itself */
    ShortCase(String where, CaseOperation operation, @Nullable ObjectNode usual) {
        this.where = where;
        this.operation = operation;
        this.usual = usual;
    }

    /** The full form. */
    ObjectNode expanded(ObjectNode written) {
        ObjectNode full = CaseJson.object();
        for (String head : List.of("description", "provenance", "record", "needs")) {
            copy(written, full, head);
        }
        full.set(GIVEN, given(written));
        request(written, (ObjectNode) full.path(GIVEN).path(INPUT)).ifPresent(request -> full.set(REQUEST, request));
        boolean sendsOne = written.path(EXPECT).path("requests").asInt() == 1;
        if (sendsOne && !full.has(REQUEST)) {
            throw mistake(
                    "/expect/requests",
                    "one request is expected and none is said; where the input is another one, say \"request\":"
                            + " {\"" + INPUT_PLUS + "\": {...}} with what a client computes");
        }
        written.properties().stream()
                .filter(field -> !full.has(field.getKey()) && !field.getKey().equals(REQUEST))
                .forEach(field -> full.set(field.getKey(), filled(field.getValue(), full)));
        return full;
    }

    private static void copy(ObjectNode from, ObjectNode to, String field) {
        if (from.has(field)) {
            to.set(field, from.get(field));
        }
    }

    private ObjectNode given(ObjectNode written) {
        ObjectNode given = CaseJson.object();
        given.put("operation", operation.id());
        JsonNode said = written.path(GIVEN);
        if (!said.has(INPUT)) {
            given.setAll(((ObjectNode) usual().path(GIVEN)).deepCopy());
            change((ObjectNode) given.path(INPUT), said.path(USUAL_BUT));
        }
        said.properties().stream()
                .filter(field -> !field.getKey().equals(USUAL_BUT))
                .forEach(field -> given.set(field.getKey(), field.getValue()));
        return given;
    }

    /** A field with null in its place is left out. */
    private void change(ObjectNode input, JsonNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull() && input.remove(change.getKey()) == null) {
                throw mistake(
                        Pointers.child("/given/" + USUAL_BUT, change.getKey()),
                        USUAL_BUT + " leaves out " + change.getKey() + ", which the usual input does not have");
            }
            if (!change.getValue().isNull()) {
                input.set(change.getKey(), change.getValue());
            }
        }
    }

    private Optional<ObjectNode> request(ObjectNode written, ObjectNode input) {
        if (!written.has(REQUEST)) {
            boolean isSent = !written.path(EXPECT).path("error").asText().equals("invalid-input");
            boolean isUsual =
                    !written.path(GIVEN).has(INPUT) && !written.path(GIVEN).has(USUAL_BUT);
            return isSent && isUsual ? Optional.of((ObjectNode) usual().path(REQUEST)) : Optional.empty();
        }
        ObjectNode said = (ObjectNode) written.get(REQUEST);
        ObjectNode request = operation.address();
        if (said.has(INPUT_PLUS)) {
            ObjectNode payload = input.deepCopy();
            for (Map.Entry<String, JsonNode> field : said.get(INPUT_PLUS).properties()) {
                if (payload.has(field.getKey())) {
                    throw mistake(
                            Pointers.child("/request/" + INPUT_PLUS, field.getKey()),
                            INPUT_PLUS + " has " + field.getKey() + ", which is in the input already");
                }
                payload.set(field.getKey(), field.getValue());
            }
            request.set(operation.payload(), payload);
        }
        said.properties().stream()
                .filter(field -> !field.getKey().equals(INPUT_PLUS))
                .forEach(field -> request.set(field.getKey(), field.getValue()));
        return Optional.of(request);
    }

    /** With what {@code $accepted}, {@code $input} and {@code $reference} stand for. */
    private JsonNode filled(JsonNode value, ObjectNode full) {
        if (value.isArray()) {
            ArrayNode list = CaseJson.object().arrayNode();
            value.forEach(each -> list.add(filled(each, full)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        if (value.has(ACCEPTED)) {
            ObjectNode accepted = ((ObjectNode) usual().path(ANSWER).path("body")).deepCopy();
            value.properties().stream()
                    .filter(field -> !field.getKey().equals(ACCEPTED))
                    .forEach(field -> accepted.set(field.getKey(), filled(field.getValue(), full)));
            return accepted;
        }
        if (value.has(OF_INPUT)) {
            String field = value.get(OF_INPUT).asText();
            JsonNode there = full.path(GIVEN).path(INPUT).path(field);
            if (there.isMissingNode()) {
                throw mistake("", OF_INPUT + " names " + field + ", which the input does not have");
            }
            return there;
        }
        ObjectNode object = CaseJson.object();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            boolean isReference = field.getKey().equals(REFERENCE)
                    && field.getValue().asText().equals("$reference");
            if (!isReference) {
                object.set(field.getKey(), filled(field.getValue(), full));
            } else if (!operation.reference().isEmpty()) {
                object.put(REFERENCE, operation.reference());
            }
        }
        return object;
    }

    private ObjectNode usual() {
        if (usual == null) {
            throw mistake("", "this is the usual case of " + operation.id() + ", and says all itself");
        }
        return usual;
    }

    private CaseMistake mistake(String pointer, String words) {
        return new CaseMistake(where, pointer, words);
    }
}
