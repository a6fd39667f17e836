package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks in the spec for the operation, the callback and the fields that a case names, as it is written. What is sent
 * has only the fields of the request. An answer or callback may have others, which gateways send too: there a name is
 * only a mistake if the spec has one that is nearly the same.
 */
final class CaseNames {

    private static final String GIVEN = "given";
    private static final String REQUEST = "request";
    private static final String EXPECT = "expect";

    private final Operation operation;
    private final JsonNode written;
    private final SpecDocument lines;
    private final List<Mistake> mistakes = new ArrayList<>();

    private CaseNames(Operation operation, SpecDocument lines) {
        this.operation = operation;
        this.written = lines.tree();
        this.lines = lines;
    }

    /**
     * What a case names that its operation does not have.
     *
     * @param contract the spec
     * @param id the operation in whose folder the case stands
     * @param lines the case as it is written
     */
    static List<Mistake> unknown(SpecDocument contract, String id, SpecDocument lines) {
        Map<String, JsonNode> operations = new TreeMap<>();
        contract.operations()
                .values()
                .forEach(each -> operations.put(each.path("operationId").asText(), each));
        JsonNode definition = operations.get(id);
        if (definition == null) {
            throw new CaseMistake(
                    lines.file(),
                    contract.file() + " has no operation " + id + NearNames.suggestion(id, operations.keySet()));
        }
        CaseNames names = new CaseNames(new Operation(contract, definition), lines);
        JsonNode given = lines.tree().path(GIVEN);
        if (given.has("callback") || given.has("like")) {
            names.callback();
        } else {
            names.operation(id, operations.keySet());
            names.sent();
            names.answered();
        }
        return names.mistakes;
    }

    private void operation(String id, Set<String> known) {
        String named = written.path(GIVEN).path("operation").asText(id);
        if (!known.contains(named)) {
            add("/given/operation", "there is no operation " + named + NearNames.suggestion(named, known));
        } else if (!named.equals(id)) {
            add("/given/operation", "the operation is " + named + ", but the case stands in the folder of " + id);
        }
    }

    private void callback() {
        Map<String, JsonNode> callbacks = new TreeMap<>();
        for (JsonNode callback : operation.definition().path("callbacks")) {
            for (JsonNode address : operation.document().resolve(callback)) {
                address.forEach(verb -> callbacks.put(verb.path("operationId").asText(), verb));
            }
        }
        String named = written.path(GIVEN).path("callback").asText();
        if (!named.isEmpty() && !callbacks.containsKey(named)) {
            add("/given/callback", "there is no callback " + named + "; there are " + callbacks.keySet());
            return;
        }
        SchemaNames known = new SchemaNames(operation.document());
        callbacks.forEach((id, verb) -> {
            if (named.isEmpty() || named.equals(id)) {
                known.add(new Operation(operation.document(), verb).request());
            }
        });
        if (!written.has("malformed")) {
            near("/given/body", known.all());
            near("/given/bodyBut", known.all());
        }
        for (String expect : List.of(EXPECT, "expectBut")) {
            near("/" + expect + "/ids", known.all());
            near("/" + expect + "/values", known.all());
        }
    }

    private void sent() {
        Set<String> request = SchemaNames.ofFields(operation.document(), operation.request());
        Set<String> refused = new TreeSet<>();
        written.path(EXPECT).path("fields").forEach(name -> refused.add(name.asText()));
        for (String place : List.of("input", "usualBut")) {
            JsonNode input = written.path(GIVEN).path(place);
            // A case may show that a field of another call is refused.
            input.fieldNames()
                    .forEachRemaining(
                            name -> sent("/given/" + place, name, refused.contains(name) ? Set.of(name) : request));
            input.fieldNames().forEachRemaining(refused::remove);
        }
        for (String place : List.of("inputPlus", "body", "query")) {
            written.path(REQUEST)
                    .path(place)
                    .fieldNames()
                    .forEachRemaining(name -> sent("/request/" + place, name, request));
        }
        int index = 0;
        for (JsonNode field : written.path(EXPECT).path("fields")) {
            String pointer = "/expect/fields/" + index++;
            if (refused.contains(field.asText())) {
                unlessKnown(pointer, field.asText(), request);
            }
        }
        JsonNode reference = written.path(EXPECT).path("referenceField");
        if (!reference.isMissingNode()) {
            unlessKnown("/expect/referenceField", reference.asText(), request);
        }
    }

    private void sent(String place, String name, Set<String> request) {
        unlessKnown(Pointers.child(place, name), name, request);
    }

    private void unlessKnown(String pointer, String name, Set<String> request) {
        if (!request.contains(name)) {
            String meant = NearNames.suggestion(name, request);
            add(pointer, "the request has no field " + name + (meant.isEmpty() ? "; it has " + request : meant));
        }
    }

    private void answered() {
        SchemaNames known = new SchemaNames(operation.document());
        operation.answers().forEach(known::add);
        List<String> answers = new ArrayList<>(List.of("/answer"));
        for (int index = 0; index < written.path("answers").size(); index++) {
            answers.add("/answers/" + index);
        }
        for (String answer : answers) {
            if (!written.at(answer).has("malformed")) {
                near(answer + "/body", known.all());
            }
        }
        near("/expect/returned", known.all());
    }

    /** Each name below a value that is nearly one of those that the spec has. */
    private void near(String pointer, Set<String> known) {
        JsonNode value = written.at(pointer);
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            String place = Pointers.child(pointer, name);
            if (!known.contains(name)) {
                NearNames.of(name, known)
                        .ifPresent(meant -> add(place, "the spec has no " + name + "; did you mean " + meant));
            }
            near(place, known);
        }
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            near(pointer + "/" + index, known);
        }
    }

    private void add(String pointer, String words) {
        mistakes.add(lines.mistake(pointer, words));
    }

    /** The spec that the cases of a market are about, by {@code setup.json}. */
    static SpecDocument contract(Path market, Path specs) throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        ObjectNode setup = CaseJson.read(market.resolve("setup.json"));
        String file = setup.path("api").asText() + "/" + setup.path("contract").asText("openapi.yaml");
        return SpecDocument.read(specs.resolve(file), "specs/" + file, mistakes)
                .orElseThrow(() -> new CaseMistake("specs/" + file, "this spec is wrong: " + mistakes));
    }
}
