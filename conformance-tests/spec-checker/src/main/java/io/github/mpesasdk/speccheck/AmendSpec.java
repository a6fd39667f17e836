package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * For drills, a copy of one API's spec that says more than the real one: {@code AmendSpec <specs> <api> <amendment>
 * <copy>}. The amendment is YAML in the form of the spec: its values are added to objects, its elements to lists.
 */
public final class AmendSpec {

    private static final String SPEC = "openapi.yaml";

    private AmendSpec() {}

    public static void main(String[] arguments) throws IOException {
        amend(Path.of(arguments[0]), arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
    }

    static void amend(Path specs, String api, Path amendment, Path copy) throws IOException {
        Files.createDirectories(copy.resolve(api));
        for (Path folder : List.of(Path.of(""), Path.of(api))) {
            for (Path file : documents(specs.resolve(folder))) {
                Path target = copy.resolve(folder).resolve(file.getFileName());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        YAMLMapper yaml = new YAMLMapper();
        Path document = copy.resolve(api).resolve(SPEC);
        JsonNode spec = yaml.readTree(Files.readString(document));
        add(yaml.readTree(Files.readString(amendment)), spec);
        // JSON is YAML too, and puts every key in quotes: some are numbers with zeros in front.
        Files.writeString(document, spec.toPrettyString());
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static void add(JsonNode amendment, JsonNode spec) {
        if (spec instanceof ArrayNode list) {
            amendment.forEach(list::add);
        } else if (spec instanceof ObjectNode object) {
            amendment.fields().forEachRemaining(entry -> {
                if (object.path(entry.getKey()).isContainerNode()) {
                    add(entry.getValue(), object.get(entry.getKey()));
                } else {
                    object.set(entry.getKey(), entry.getValue());
                }
            });
        }
    }
}
