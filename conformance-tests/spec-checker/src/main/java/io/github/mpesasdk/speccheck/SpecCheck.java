package io.github.mpesasdk.speccheck;

import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks a folder of specs. What is plainly broken is said first, and alone: it would only make the rest look wrong.
 */
final class SpecCheck {

    private static final String CODES = "codes.yaml";

    private final Path folder;
    private final List<Mistake> mistakes = new ArrayList<>();

    private SpecCheck(Path folder) {
        this.folder = folder;
    }

    static List<Mistake> mistakes(Path folder) throws IOException {
        SpecCheck check = new SpecCheck(folder);
        Map<Path, SpecDocument> specs = check.read();
        if (check.mistakes.isEmpty()) {
            check.form(specs);
        }
        if (check.mistakes.isEmpty()) {
            check.rules(specs);
        }
        return check.mistakes;
    }

    private Map<Path, SpecDocument> read() throws IOException {
        Map<Path, SpecDocument> specs = new LinkedHashMap<>();
        for (Path path : files()) {
            document(path).ifPresent(document -> specs.put(path, document));
        }
        return specs;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.find(folder, 2, (path, attributes) -> isSpec(folder.relativize(path)))) {
            return files.sorted().toList();
        }
    }

    private static boolean isSpec(Path path) {
        return path.getNameCount() == 2 && path.toString().endsWith(".yaml") && !path.startsWith("target");
    }

    private Optional<SpecDocument> document(Path path) throws IOException {
        String name = folder.getFileName().resolve(folder.relativize(path)).toString();
        return SpecDocument.read(path, name, mistakes);
    }

    private void form(Map<Path, SpecDocument> specs) throws IOException {
        SpecDocument form = document(folder.resolve("openapi.schema.yaml")).orElse(null);
        SpecDocument table = document(folder.resolve("extensions.yaml")).orElse(null);
        if (form == null || table == null) {
            return;
        }
        SchemaCheck openApi = new SchemaCheck(form.tree(), Dialects.getDraft202012());
        Extensions extensions = new Extensions(table);
        for (SpecDocument spec : specs.values()) {
            mistakes.addAll(openApi.check("", spec.tree(), spec::mistake));
            mistakes.addAll(extensions.mistakes(spec));
            mistakes.addAll(References.mistakes(spec));
        }
    }

    private void rules(Map<Path, SpecDocument> specs) {
        specs.forEach((path, spec) -> {
            if (path.endsWith(CODES)) {
                return;
            }
            mistakes.addAll(MoneyRules.mistakes(spec));
            mistakes.addAll(LimitRules.mistakes(spec));
            mistakes.addAll(ClientRules.mistakes(spec));
            mistakes.addAll(FieldRules.mistakes(spec));
            mistakes.addAll(TagRules.mistakes(spec));
            mistakes.addAll(EnumNames.mistakes(spec));
            mistakes.addAll(MarketRules.mistakes(spec));
            mistakes.addAll(Secrecy.mistakes(spec));
            mistakes.addAll(Examples.mistakes(spec));
            SpecDocument codes = specs.get(path.resolveSibling(CODES));
            if (codes != null) {
                mistakes.addAll(CodeRules.mistakes(codes, spec));
            }
        });
    }
}
