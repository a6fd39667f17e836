package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes cases of {@code matrix.json}: what holds for every operation of an effect is said there once. */
final class CaseMatrix {

    private static final String EXPECT = "expect";
    private static final String BY_EFFECT = "expectByEffect";
    private static final String EFFECTS = "effects";
    private static final String OPERATIONS = "operations";
    private static final String EXCEPT = "except";
    private static final String PROVENANCE = "provenance";
    private static final String PROVENANCE_OF = "provenanceOf";
    private static final List<String> CHOICE = List.of("name", EFFECTS, OPERATIONS, EXCEPT, BY_EFFECT, PROVENANCE_OF);

    private final String where;
    private final JsonNode rows;
    private final Collection<CaseOperation> operations;

    CaseMatrix(String where, ObjectNode matrix, Collection<CaseOperation> operations) {
        this.where = where;
        this.rows = matrix.path("rows");
        this.operations = operations;
        rows.forEach(this::refuseUnknownNames);
    }

    /** The cases of one operation in short form, by their names. */
    Map<String, ObjectNode> of(CaseOperation operation) {
        Map<String, ObjectNode> made = new HashMap<>();
        for (JsonNode row : rows) {
            expect(row, operation).ifPresent(expect -> {
                ObjectNode one = (ObjectNode) inItsWords(row, operation);
                one.set(EXPECT, inItsWords(expect, operation));
                if (row.path(PROVENANCE_OF).has(operation.id())) {
                    one.set(PROVENANCE, row.path(PROVENANCE_OF).path(operation.id()));
                }
                CHOICE.forEach(one::remove);
                String name = row.path("name").asText();
                if (made.put(name, one) != null) {
                    throw new CaseMistake(where, "two rows with the name " + name + " are for " + operation.id());
                }
            });
        }
        return made;
    }

    private static Optional<JsonNode> expect(JsonNode row, CaseOperation operation) {
        if (row.path(EXCEPT).has(operation.id())) {
            return Optional.empty();
        }
        if (row.has(BY_EFFECT)) {
            return Optional.ofNullable(row.get(BY_EFFECT).get(operation.effect()));
        }
        boolean isChosen = row.has(OPERATIONS)
                ? names(row.get(OPERATIONS), operation.id())
                : names(row.path(EFFECTS), operation.effect());
        return isChosen ? Optional.of(row.path(EXPECT)) : Optional.empty();
    }

    private static boolean names(JsonNode list, String name) {
        for (JsonNode each : list) {
            if (each.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode inItsWords(JsonNode value, CaseOperation operation) {
        if (value.isTextual()) {
            return CaseJson.object().textNode(operation.inItsWords(value.asText()));
        }
        if (value.isArray()) {
            ArrayNode list = CaseJson.object().arrayNode();
            value.forEach(each -> list.add(inItsWords(each, operation)));
            return list;
        }
        if (value.isObject()) {
            ObjectNode object = CaseJson.object();
            value.properties().forEach(field -> object.set(field.getKey(), inItsWords(field.getValue(), operation)));
            return object;
        }
        return value;
    }

    private void refuseUnknownNames(JsonNode row) {
        row.path(OPERATIONS).forEach(name -> refuseUnless(isOperation(name.asText()), row, name.asText()));
        for (String byOperation : List.of(EXCEPT, PROVENANCE_OF)) {
            row.path(byOperation).fieldNames().forEachRemaining(name -> refuseUnless(isOperation(name), row, name));
        }
        row.path(EFFECTS).forEach(name -> refuseUnless(isEffect(name.asText()), row, name.asText()));
        row.path(BY_EFFECT).fieldNames().forEachRemaining(name -> refuseUnless(isEffect(name), row, name));
    }

    private boolean isOperation(String name) {
        return operations.stream().anyMatch(each -> each.id().equals(name));
    }

    private boolean isEffect(String name) {
        return operations.stream().anyMatch(each -> each.effect().equals(name));
    }

    private void refuseUnless(boolean isKnown, JsonNode row, String name) {
        if (!isKnown) {
            throw new CaseMistake(
                    where, "the row " + row.path("name").asText() + " names " + name + ", which operations.json lacks");
        }
    }
}
