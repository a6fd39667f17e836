package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Looks in the spec for the callback and the fields that a full case names. */
final class CaseNames {

    private final Operation operation;
    private final List<Mistake> mistakes = new ArrayList<>();

    private CaseNames(Operation operation) {
        this.operation = operation;
    }

    /**
     * What a case names that its operation does not have.
     *
     * @param contract the spec
     * @param lines tells the line of a value of the case
     */
    static List<Mistake> unknown(SpecDocument contract, String id, ObjectNode full, SpecDocument lines) {
        JsonNode definition = contract.operations().values().stream()
                .filter(each -> each.path("operationId").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new CaseMistake(lines.file(), contract.file() + " has no operation " + id));
        CaseNames names = new CaseNames(new Operation(contract, definition));
        if (full.path("given").has("callback")) {
            names.callback(full, lines);
        } else {
            names.fields(full, lines);
        }
        return names.mistakes;
    }

    private void callback(ObjectNode full, SpecDocument lines) {
        String named = full.path("given").path("callback").asText();
        Set<String> known = new TreeSet<>();
        for (JsonNode callback : operation.definition().path("callbacks")) {
            for (JsonNode address : operation.document().resolve(callback)) {
                address.forEach(verb -> known.add(verb.path("operationId").asText()));
            }
        }
        if (!known.contains(named)) {
            mistakes.add(lines.mistake("/given/callback", "there is no callback " + named + "; there are " + known));
        }
    }

    private void fields(ObjectNode full, SpecDocument lines) {
        Set<String> request = names(operation.request());
        JsonNode input = full.path("given").path("input");
        JsonNode expect = full.path("expect");
        Set<String> refused = new TreeSet<>();
        expect.path("fields").forEach(name -> refused.add(name.asText()));
        BiConsumer<String, String> sent = (pointer, name) -> {
            // A case may show that a field of another call is refused.
            boolean isMeant = refused.contains(name) && input.has(name);
            if (!request.contains(name) && !isMeant) {
                mistakes.add(lines.mistake(pointer, "the request has no field " + name + "; it has " + request));
            }
        };
        input.fieldNames().forEachRemaining(name -> sent.accept("/given/input/" + name, name));
        for (String place : List.of("body", "query")) {
            full.path("request")
                    .path(place)
                    .fieldNames()
                    .forEachRemaining(name -> sent.accept("/request/" + place + "/" + name, name));
        }
        refused.forEach(name -> sent.accept("/expect/fields", name));
        if (expect.has("referenceField")) {
            sent.accept("/expect/referenceField", expect.get("referenceField").asText());
        }
    }

    private Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("allOf")
                .forEach(part -> names.addAll(names(operation.document().resolve(part))));
        return names;
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
