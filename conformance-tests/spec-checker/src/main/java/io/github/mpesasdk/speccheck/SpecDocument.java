package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * One YAML file of the specs.
 *
 * @param file its name in messages
 * @param tree what it says
 * @param lines where it says so
 */
record SpecDocument(String file, JsonNode tree, Lines lines) {

    /** Reads a file, unless its YAML is broken: what is wrong with it goes to {@code mistakes}. */
    static Optional<SpecDocument> read(Path path, String name, List<Mistake> mistakes) throws IOException {
        String text = Files.readString(path);
        try {
            List<Mistake> repeated = new ArrayList<>();
            Lines lines = new Lines(
                    new Yaml().compose(new StringReader(text)),
                    (key, line) -> repeated.add(new Mistake(name, line, key + " stands here twice")));
            mistakes.addAll(repeated);
            return repeated.isEmpty()
                    ? Optional.of(new SpecDocument(name, new YAMLMapper().readTree(text), lines))
                    : Optional.empty();
        } catch (MarkedYAMLException broken) {
            mistakes.add(new Mistake(name, broken.getProblemMark().getLine() + 1, words(broken)));
            return Optional.empty();
        }
    }

    private static String words(MarkedYAMLException broken) {
        String problem = "this is not YAML: " + broken.getProblem();
        return broken.getContextMark() == null
                ? problem
                : problem + ", " + broken.getContext() + " that begins in line "
                        + (broken.getContextMark().getLine() + 1);
    }

    /** A mistake in the line of a value. */
    Mistake mistake(String pointer, String words) {
        return new Mistake(file, lines.of(pointer), words);
    }

    /** The operations that we call, with their pointers. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        tree.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(part -> {
                    String pointer = Pointers.child(Pointers.child("/paths", path.getKey()), part.getKey());
                    if (Place.OPERATION.is(pointer, part.getValue())) {
                        found.put(pointer, part.getValue());
                    }
                }));
        return found;
    }

    /** The named schema that an element refers to, or an empty text. */
    static String referredName(JsonNode element) {
        return Pointers.last(element.path("$ref").asText());
    }

    /** What an element refers to, alone or around words of its own, or the element itself. */
    JsonNode resolve(JsonNode element) {
        JsonNode found = element;
        while (isReference(found)) {
            found = referred(found);
        }
        return found;
    }

    /** Whether an element has an extension, or what it refers to has it. */
    boolean says(JsonNode element, String extension) {
        JsonNode found = element;
        while (isReference(found) && !found.has(extension)) {
            found = referred(found);
        }
        return found.has(extension);
    }

    private static boolean isReference(JsonNode element) {
        return element.has("$ref") || element.has("allOf");
    }

    private JsonNode referred(JsonNode element) {
        return element.has("$ref")
                ? tree.at(element.get("$ref").asText().substring(1))
                : element.get("allOf").get(0);
    }

    /** Shows every value of the document, with its pointer. */
    void everywhere(BiConsumer<String, JsonNode> visitor) {
        visit("", tree, visitor);
    }

    private static void visit(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                visit(pointer + "/" + index, node.get(index), visitor);
            }
        }
        node.fields()
                .forEachRemaining(entry -> visit(Pointers.child(pointer, entry.getKey()), entry.getValue(), visitor));
    }
}
