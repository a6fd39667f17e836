package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Says what is wrong with cases that somebody has just written, before anything is built: {@code CheckCase <checkout>
 * <file or folder> <target>}. Of each that is right, the full case is written to the target.
 */
public final class CheckCase {

    private static final String CASES = "conformance-tests/cases";
    private static final String PLACE = CASES + "/<market>/<operation>";

    private final Path checkout;
    private final Path target;
    private final CaseForms forms;
    private final Map<Path, Map<String, ObjectNode>> expanded = new HashMap<>();
    private final Map<Path, SpecDocument> contracts = new HashMap<>();

    private CheckCase(Path checkout, Path target) throws IOException {
        this.checkout = checkout;
        this.target = target;
        this.forms = new CaseForms(checkout.resolve(CASES));
    }

    public static void main(String[] arguments) throws IOException {
        List<String> wrong = check(
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                Path.of(arguments[1]).toAbsolutePath().normalize(),
                Path.of(arguments[2]),
                System.out::println);
        wrong.forEach(line -> System.err.println("[ERROR] " + line));
        if (!wrong.isEmpty()) {
            throw new CaseMistake(arguments[1], "the mistakes are named above");
        }
    }

    /**
     * Looks at one case, or at all in a folder.
     *
     * @param right hears of each that is right, and where it is in full
     * @return a line for each mistake; none if all is right
     */
    static List<String> check(Path checkout, Path fileOrFolder, Path target, Consumer<String> right)
            throws IOException {
        CheckCase checker = new CheckCase(checkout, target);
        List<String> lines = new ArrayList<>();
        for (Path file : files(fileOrFolder)) {
            try {
                List<Mistake> mistakes = checker.mistakes(file, right);
                CaseForms.first(mistakes).map(Mistake::toString).forEach(lines::add);
            } catch (CaseMistake mistake) {
                lines.add(String.valueOf(mistake.getMessage()));
            }
        }
        return lines;
    }

    private List<Mistake> mistakes(Path file, Consumer<String> right) throws IOException {
        String name = checkout.relativize(file).toString();
        Path folder = file.resolveSibling("");
        Path market = folder.resolveSibling("");
        if (!isOfMarket(file)) {
            throw new CaseMistake(name, "a case stands in " + PLACE);
        }
        List<Mistake> mistakes = new ArrayList<>();
        ObjectNode written = CaseJson.read(file);
        SpecDocument lines = SpecDocument.read(file, name, mistakes)
                .orElseThrow(() -> new CaseMistake(name, mistakes.get(0).toString()));
        mistakes.addAll(forms.ofWritten(written, lines::mistake));
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        String operation = folder.getFileName().toString();
        String id = file.getFileName().toString().replaceFirst("\\.json$", "");
        ObjectNode full = Objects.requireNonNull(ofOperation(market, operation).get(id), name);
        mistakes.addAll(forms.ofFull(full, lines::mistake));
        mistakes.addAll(CaseNames.unknown(contract(market), operation, full, lines));
        if (mistakes.isEmpty()) {
            Path copy = target.resolve(market.getFileName()).resolve(operation).resolve(id + ".json");
            Files.createDirectories(copy.resolveSibling(""));
            Files.writeString(copy, CaseJson.pretty(PackContracts.withFiles(full, folder)));
            right.accept(name + " is right. In full: " + copy);
        }
        return mistakes;
    }

    private Map<String, ObjectNode> ofOperation(Path market, String operation) throws IOException {
        Path folder = market.resolve(operation);
        if (!expanded.containsKey(folder)) {
            expanded.put(folder, ExpandCases.ofOperation(market, operation));
        }
        return expanded.getOrDefault(folder, Map.of());
    }

    private SpecDocument contract(Path market) throws IOException {
        SpecDocument known = contracts.get(market);
        SpecDocument contract = known == null ? CaseNames.contract(market, checkout.resolve("specs")) : known;
        contracts.put(market, contract);
        return contract;
    }

    private static List<Path> files(Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder)) {
            throw new CaseMistake(fileOrFolder.toString(), "there is no such file");
        }
        if (Files.isRegularFile(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> found = Files.walk(fileOrFolder)) {
            List<Path> cases = found.filter(file -> file.toString().endsWith(".json") && isOfMarket(file))
                    .sorted()
                    .toList();
            if (cases.isEmpty()) {
                throw new CaseMistake(fileOrFolder.toString(), "there is no case in it; a case stands in " + PLACE);
            }
            return cases;
        }
    }

    private static boolean isOfMarket(Path file) {
        return Files.isRegularFile(file.resolveSibling("..").resolve(ExpandCases.OPERATIONS));
    }
}
