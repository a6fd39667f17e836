package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the extensions of an operation name must be there: fields of its request and answer, schemas, operations. */
final class MoneyRules {

    private final SpecDocument document;
    private final Set<String> operationIds;
    private final List<Mistake> mistakes = new ArrayList<>();

    private MoneyRules(SpecDocument document) {
        this.document = document;
        this.operationIds = document.operations().values().stream()
                .map(operation -> operation.get("operationId").asText())
                .collect(Collectors.toSet());
    }

    static List<Mistake> mistakes(SpecDocument document) {
        MoneyRules rules = new MoneyRules(document);
        document.operations().forEach((pointer, operation) -> rules.check(pointer, new Operation(document, operation)));
        return rules.mistakes;
    }

    private void check(String pointer, Operation operation) {
        success(pointer + "/x-success", operation);
        outcome(pointer + "/x-outcome", operation);
        repeats(pointer + "/x-repeats", operation);
        event(pointer, operation);
        JsonNode reference = operation.extension("x-reference");
        if (!reference.isMissingNode()) {
            requireField(pointer + "/x-reference", reference.asText(), operation.request(), "the request");
        }
    }

    private void success(String pointer, Operation operation) {
        JsonNode success = operation.extension("x-success");
        for (String one : List.of("field", "instead")) {
            if (success.has(one)) {
                requireAnswer(pointer + "/" + one, success.get(one).asText(), operation);
            }
        }
        for (String list : List.of("beside", "traces")) {
            for (int index = 0; index < success.path(list).size(); index++) {
                requireAnswer(
                        pointer + "/" + list + "/" + index,
                        success.get(list).get(index).asText(),
                        operation);
            }
        }
    }

    private void outcome(String pointer, Operation operation) {
        JsonNode outcome = operation.extension("x-outcome");
        if (outcome.has("answer")) {
            requireAnswer(pointer + "/answer", outcome.get("answer").asText(), operation);
        }
        String callback = outcome.path("callback").asText();
        if (!callback.isEmpty() && !document.tree().at("/components/schemas").has(callback)) {
            add(pointer + "/callback", "there is no schema " + callback);
        }
        String query = outcome.path("query").asText();
        if (!query.isEmpty() && !operationIds.contains(query)) {
            add(pointer + "/query", "there is no operation " + query);
        }
    }

    /** The names of a callback are those of its decoded form, so only what they repeat can be looked up here. */
    private void repeats(String pointer, Operation operation) {
        JsonNode repeats = operation.extension("x-repeats");
        repeats.path("answer").fields().forEachRemaining(pair -> {
            String place = Pointers.child(pointer + "/answer", pair.getKey());
            requireAnswer(place, pair.getKey(), operation);
            requireField(place, pair.getValue().asText(), operation.request(), "the request");
        });
        repeats.path("callback").fields().forEachRemaining(pair -> {
            String place = Pointers.child(pointer + "/callback", pair.getKey());
            String[] source = pair.getValue().asText().split("\\.", 2);
            if (source[0].equals("request")) {
                requireField(place, source[1], operation.request(), "the request");
            } else {
                requireAnswer(place, source[1], operation);
            }
        });
        if (repeats.has("callback") && !operation.extension("x-outcome").isObject()) {
            add(pointer + "/callback", "this callback never comes: x-outcome is sync");
        }
    }

    private void event(String pointer, Operation operation) {
        JsonNode event = operation.extension("x-event");
        if (event.isMissingNode()) {
            return;
        }
        String id = event.get("id").asText();
        if (!pointer.startsWith(Pointers.child("/paths", "/" + id) + "/")) {
            add(pointer + "/x-event/id", "the path of the operation must be /" + id);
        }
        for (int index = 0; index < event.path("dates").size(); index++) {
            String field = event.get("dates").get(index).asText();
            requireField(pointer + "/x-event/dates/" + index, field, operation.request(), "the request");
        }
    }

    private void requireAnswer(String pointer, String field, Operation operation) {
        requireField(pointer, field, operation.acceptance(), "the answer");
    }

    private void requireField(String pointer, String field, JsonNode schema, String what) {
        if (!has(schema, field)) {
            add(pointer, what + " has no field " + field);
        }
    }

    // A dot steps into an object.
    private boolean has(JsonNode schema, String path) {
        String[] steps = path.split("\\.", 2);
        JsonNode property = schema.path("properties").path(steps[0]);
        return !property.isMissingNode() && (steps.length == 1 || has(document.resolve(property), steps[1]));
    }

    private void add(String pointer, String words) {
        mistakes.add(document.mistake(pointer, words));
    }
}
