package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The step of the build that packs the specs and the cases for other languages: {@code PackContracts <checkout>
 * <version> <target>} writes the folder {@code npm}, which {@code npm pack} takes as it is, and a zip of it. Every
 * document of YAML stands there as JSON too, for languages that cannot read YAML. The cases are full ones; the folder
 * {@code cases} has those of each market once more in one document, which the jar of the specs holds.
 */
public final class PackContracts {

    static final String NAME = "mpesa-contracts";

    /** The same moment for every entry, so that two builds make the same bytes. */
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final List<String> SPEC_ENDINGS = List.of(".yaml", ".wsdl", ".xsd", "README.md");
    /** Beside the full cases, which are made of what people write. */
    private static final List<String> CASE_ENDINGS =
            List.of("/case.schema.json", "/public-values.json", "/setup.json", ".xml", "README.md");

    /** What names a file of XML beside the case. */
    private static final Set<String> XML_FILES = Set.of("xml", "replyXml");

    private static final String CASES = "conformance-tests/cases";

    private final JsonMapper json = new JsonMapper();
    private final YAMLMapper yaml = new YAMLMapper();
    private final Path checkout;
    private final Path folder;
    private final CaseForms forms;

    private PackContracts(Path checkout, Path folder) throws IOException {
        this.checkout = checkout;
        this.forms = new CaseForms(checkout.resolve(CASES));
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        pack(Path.of(arguments[0]).toAbsolutePath().normalize(), arguments[1], Path.of(arguments[2]));
    }

    /** Packs what stands in a checkout. */
    static void pack(Path checkout, String version, Path target) throws IOException {
        Path folder = target.resolve("npm");
        delete(folder);
        PackContracts packing = new PackContracts(checkout, folder);
        packing.copy("specs", "specs", SPEC_ENDINGS);
        packing.copy(CASES, "cases", CASE_ENDINGS);
        packing.expandCases(target.resolve("cases"));
        packing.copy("conformance-tests/package", "", List.of("README.md"));
        for (String file : List.of("LICENSE", "NOTICE")) {
            Files.copy(checkout.resolve(file), folder.resolve(file));
        }
        packing.describe(version);
        packing.zip(target.resolve(NAME + "-" + version + ".zip"), NAME + "-" + version + "/");
    }

    private void copy(String from, String to, List<String> endings) throws IOException {
        Path source = checkout.resolve(from);
        for (Path file : files(source, path -> endings.stream().anyMatch(("/" + path.getFileName())::endsWith))) {
            Path copy = folder.resolve(to).resolve(source.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling(""));
            Files.copy(file, copy);
            String name = copy.toString();
            if (name.endsWith(".yaml")) {
                Path asJson = Path.of(name.substring(0, name.length() - "yaml".length()) + "json");
                Files.writeString(asJson, pretty(yaml.readTree(Files.readString(file))));
            }
        }
    }

    /** Full cases, each in a file for the package, and all of a market in one document for the jar. */
    private void expandCases(Path documents) throws IOException {
        delete(documents);
        Files.createDirectories(documents);
        for (Path setup : files(checkout.resolve(CASES), path -> path.endsWith("setup.json"))) {
            Path market = setup.resolveSibling("");
            ObjectNode cases = CaseJson.object();
            for (Map.Entry<String, ObjectNode> one :
                    ExpandCases.ofMarket(market).entrySet()) {
                refuseOtherForm(market.getFileName() + "/" + one.getKey(), one.getValue());
                Path copy =
                        folder.resolve("cases").resolve(market.getFileName()).resolve(one.getKey() + ".json");
                Files.createDirectories(copy.resolveSibling(""));
                Files.writeString(copy, CaseJson.pretty(one.getValue()));
                cases.set(
                        one.getKey(),
                        withFiles(one.getValue(), market.resolve(one.getKey()).resolveSibling("")));
            }
            ObjectNode document = CaseJson.object();
            ObjectNode whom = CaseJson.read(setup);
            document.set("setup", withFiles(whom, market));
            document.set("security", security(whom));
            document.set("cases", cases);
            Files.writeString(documents.resolve(market.getFileName() + ".json"), document.toString() + "\n");
        }
    }

    /** Who reads the package holds each case to the schema that is in it. */
    private void refuseOtherForm(String name, ObjectNode full) {
        String where = "cases/" + name + ".json, in full";
        CaseForms.first(forms.ofFull(full, (pointer, words) -> new Mistake(pointer, 0, words)))
                .findFirst()
                .ifPresent(mistake -> {
                    throw new CaseMistake(where, mistake.file() + ": " + mistake.words());
                });
    }

    /** The name of the security scheme of each operation of a market. */
    private ObjectNode security(ObjectNode setup) throws IOException {
        Path contract = checkout.resolve("specs")
                .resolve(setup.path("api").asText())
                .resolve(setup.path("contract").asText("openapi.yaml"));
        ObjectNode schemes = CaseJson.object();
        for (JsonNode path : yaml.readTree(Files.readString(contract)).path("paths")) {
            for (JsonNode call : path) {
                call.path("security")
                        .path(0)
                        .fieldNames()
                        .forEachRemaining(
                                scheme -> schemes.put(call.path("operationId").asText(), scheme));
            }
        }
        return schemes;
    }

    /** The same with each file of XML in the place of its name. */
    static JsonNode withFiles(JsonNode value, Path beside) throws IOException {
        if (value.isArray()) {
            ArrayNode list = CaseJson.object().arrayNode();
            for (JsonNode each : value) {
                list.add(withFiles(each, beside));
            }
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = CaseJson.object();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (XML_FILES.contains(field.getKey())) {
                object.put(
                        field.getKey(),
                        Files.readString(beside.resolve(field.getValue().asText())));
            } else {
                object.set(field.getKey(), withFiles(field.getValue(), beside));
            }
        }
        return object;
    }

    private void describe(String version) throws IOException {
        JsonNode described =
                json.readTree(Files.readString(checkout.resolve("conformance-tests/package/package.json")));
        ((ObjectNode) described).put("version", version);
        Files.writeString(folder.resolve("package.json"), pretty(described));
    }

    private String pretty(JsonNode tree) throws IOException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    private void zip(Path zip, String prefix) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (Path file : files(folder, path -> true)) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                ZipEntry entry = new ZipEntry(prefix + name);
                entry.setTimeLocal(MOMENT);
                entries.putNextEntry(entry);
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }

    /** In the order of their names; nothing that a build made. */
    private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(path -> !folder.relativize(path).startsWith("target"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
