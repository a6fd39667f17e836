package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Says what is wrong with cases that somebody has just written, before anything is built: {@code CheckCase <checkout>
 * <file or folder> <target> <report>}. Of each that is right, the full case is written to the target; what is said of
 * them goes into the report, a file.
 */
public final class CheckCase {

    private static final String CASES = "conformance-tests/cases";
    private static final String PLACE = CASES + "/<market>/<operation>";
    private static final String ENDING = ".json";
    private static final Map<String, String> SHORT_FORMS = Map.of(
            "/given/input", "/given/usualBut",
            "/given/body", "/given/bodyBut",
            "/request/body", "/request/inputPlus",
            "/request/query", "/request/inputPlus",
            "/expect", "/expectBut");

    private final Path checkout;
    private final Path target;
    private final CaseForms forms;
    private final Map<Path, ExpandCases> markets = new HashMap<>();
    private final Map<Path, List<Mistake>> looked = new HashMap<>();
    private final Map<Path, SpecDocument> contracts = new HashMap<>();

    private CheckCase(Path checkout, Path target) throws IOException {
        this.checkout = checkout;
        this.target = target;
        this.forms = new CaseForms(checkout.resolve(CASES));
    }

    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[3]);
        List<String> lines = new ArrayList<>();
        List<String> wrong = check(
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                Path.of(arguments[1]).toAbsolutePath().normalize(),
                Path.of(arguments[2]),
                lines::add);
        wrong.forEach(line -> lines.add("[ERROR] " + line));
        Files.write(report, lines);
        if (!wrong.isEmpty()) {
            throw new CaseMistake(arguments[1], "the mistakes are named in " + report);
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
        // Many cases may be made from one that is wrong: its mistake is told once.
        Set<String> lines = new LinkedHashSet<>();
        try {
            CheckCase checker = new CheckCase(checkout, target);
            for (Path file : files(fileOrFolder)) {
                lines.addAll(checker.wrong(file, right));
            }
        } catch (CaseMistake mistake) {
            lines.add(String.valueOf(mistake.getMessage()));
        }
        return List.copyOf(lines);
    }

    private List<String> wrong(Path file, Consumer<String> right) throws IOException {
        try {
            return CaseForms.first(mistakes(file, right)).map(Mistake::toString).toList();
        } catch (CaseMistake mistake) {
            return List.of(String.valueOf(mistake.getMessage()));
        }
    }

    private List<Mistake> mistakes(Path file, Consumer<String> right) throws IOException {
        List<Mistake> own = ofWritten(file);
        if (!own.isEmpty()) {
            return own;
        }
        Path folder = file.resolveSibling("");
        SpecDocument written = read(file);
        ObjectNode tree = CaseJson.read(file, written.file());
        ExpandCases cases = cases(folder.resolveSibling(""));
        String operation = folder.getFileName().toString();
        String id = id(file);
        Optional<String> other = cases.madeFrom(operation, id, tree);
        if (other.isPresent()) {
            Path from = folder.resolve(other.get() + ENDING);
            if (!Files.exists(from)) {
                return List.of(written.mistake(
                        "/given/like",
                        "there is no case " + other.get() + " beside it"
                                + NearNames.suggestion(other.get(), neighbours(folder))));
            }
            List<Mistake> there = ofWritten(from);
            if (!there.isEmpty()) {
                return there;
            }
        }
        ObjectNode full;
        try {
            full = cases.full(operation, id, tree);
        } catch (CaseMistake mistake) {
            return List.of(mistake.in(written).orElseThrow(() -> mistake));
        }
        List<Mistake> mistakes =
                forms.ofFull(full, (pointer, words) -> written.mistake(asWritten(pointer, tree), words));
        if (mistakes.isEmpty()) {
            Path copy = target.resolve(folder.resolveSibling("").getFileName())
                    .resolve(operation)
                    .resolve(id + ENDING);
            Files.createDirectories(copy.resolveSibling(""));
            Files.writeString(copy, CaseJson.pretty(PackContracts.withFiles(full, folder)));
            right.accept(written.file() + " is right. In full: " + copy);
        }
        return mistakes;
    }

    /** What is wrong with a file by itself: its form, and the names that it uses. */
    private List<Mistake> ofWritten(Path file) throws IOException {
        List<Mistake> known = looked.get(file);
        if (known != null) {
            return known;
        }
        SpecDocument written = read(file);
        Path folder = file.resolveSibling("");
        Path market = folder.resolveSibling("");
        String operation = folder.getFileName().toString();
        cases(market).refuseUnknown(operation);
        List<Mistake> mistakes = new ArrayList<>(forms.ofWritten(written.tree(), written::mistake));
        mistakes.addAll(CaseNames.unknown(contract(market), operation, written));
        mistakes.sort(Comparator.comparingInt(Mistake::line));
        looked.put(file, mistakes);
        return mistakes;
    }

    private SpecDocument read(Path file) throws IOException {
        String name = checkout.relativize(file).toString();
        if (!isOfMarket(file)) {
            throw new CaseMistake(name, "a case stands in " + PLACE);
        }
        // The reader of YAML knows lines; what it allows beyond JSON is refused first.
        CaseJson.read(file, name);
        List<Mistake> mistakes = new ArrayList<>();
        return SpecDocument.read(file, name, mistakes)
                .orElseThrow(() -> new CaseMistake(name, mistakes.get(0).toString()));
    }

    /** Where a value of the full case stands in the short one. */
    private static String asWritten(String pointer, JsonNode written) {
        for (Map.Entry<String, String> place : SHORT_FORMS.entrySet()) {
            if (pointer.startsWith(place.getKey()) && written.at(place.getKey()).isMissingNode()) {
                return place.getValue() + pointer.substring(place.getKey().length());
            }
        }
        return pointer;
    }

    private static List<String> neighbours(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(CheckCase::id)
                    .toList();
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private ExpandCases cases(Path market) throws IOException {
        ExpandCases known = markets.get(market);
        ExpandCases cases = known == null ? ExpandCases.of(market) : known;
        markets.put(market, cases);
        return cases;
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
            List<Path> cases = found.filter(file -> file.toString().endsWith(ENDING) && isOfMarket(file))
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
