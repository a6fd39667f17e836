package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the full cases of a market, which programs read, from what people write: short cases, and rows that hold for
 * many operations at once.
 */
final class ExpandCases {

    static final String OPERATIONS = "operations.json";
    static final String MATRIX = "matrix.json";
    private static final String ENDING = ".json";

    private final Path market;
    private final Map<String, CaseOperation> operations;
    private final CaseMatrix matrix;

    private ExpandCases(Path market) throws IOException {
        this.market = market;
        this.operations = CaseOperation.all(read(OPERATIONS));
        this.matrix = new CaseMatrix(where(MATRIX), read(MATRIX), operations.values());
    }

    static ExpandCases of(Path market) throws IOException {
        return new ExpandCases(market);
    }

    /** The full cases of the market in a folder, by operation and name: {@code stkPush/lost-answer}. */
    static Map<String, ObjectNode> ofMarket(Path market) throws IOException {
        return new ExpandCases(market).cases();
    }

    /** The name of the case in the same folder that a written one only changes, if it does not say all itself. */
    Optional<String> madeFrom(String operation, String name, ObjectNode written) {
        String usual = operation(operation).usual();
        if (LikeCase.isOne(written)) {
            return Optional.of(LikeCase.named(written));
        }
        return isCallback(written) || name.equals(usual) ? Optional.empty() : Optional.of(usual);
    }

    /** The full form of one case. Of the others only that is read which it is made from. */
    ObjectNode full(String id, String name, ObjectNode written) throws IOException {
        CaseOperation operation = operation(id);
        if (matrix.of(operation).containsKey(name)) {
            throw madeTwice(operation, name);
        }
        Optional<String> other = madeFrom(id, name, written);
        if (other.isEmpty()) {
            return expanded(operation, name, written, null);
        }
        ObjectNode from = read(id + "/" + other.get() + ENDING);
        return LikeCase.isOne(written)
                ? LikeCase.expanded(where(id + "/" + name + ENDING), written, Map.of(other.get(), from))
                : expanded(operation, name, written, expanded(operation, other.get(), from, null));
    }

    /** Refuses what is no operation of the market. */
    void refuseUnknown(String operation) {
        operation(operation);
    }

    private CaseOperation operation(String id) {
        CaseOperation operation = operations.get(id);
        if (operation == null) {
            throw new CaseMistake(where(id), "there is no operation " + id + "; there are " + operations.keySet());
        }
        return operation;
    }

    private Map<String, ObjectNode> cases() throws IOException {
        Map<String, ObjectNode> cases = new TreeMap<>();
        for (CaseOperation operation : operations.values()) {
            cases(operation).forEach((name, one) -> cases.put(operation.id() + "/" + name, one));
        }
        refuseOtherFolders(operations.keySet());
        return cases;
    }

    private Map<String, ObjectNode> cases(CaseOperation operation) throws IOException {
        Map<String, ObjectNode> written = written(operation);
        ObjectNode usualCase = written.get(operation.usual());
        if (usualCase == null) {
            throw new CaseMistake(where(OPERATIONS), operation.id() + " has no case " + operation.usual());
        }
        ObjectNode usual = expanded(operation, operation.usual(), usualCase, null);
        Map<String, ObjectNode> full = new TreeMap<>();
        for (Map.Entry<String, ObjectNode> one : matrix.of(operation).entrySet()) {
            if (written.containsKey(one.getKey())) {
                throw madeTwice(operation, one.getKey());
            }
            full.put(one.getKey(), expanded(operation, one.getKey(), one.getValue(), usual));
        }
        written.forEach((name, one) -> full.put(
                name,
                LikeCase.isOne(one)
                        ? LikeCase.expanded(where(operation.id() + "/" + name + ENDING), one, written)
                        : expanded(operation, name, one, usual)));
        full.put(operation.usual(), usual);
        return full;
    }

    private ObjectNode expanded(CaseOperation operation, String name, ObjectNode written, @Nullable ObjectNode usual) {
        boolean isUsual = name.equals(operation.usual());
        String where = where(operation.id() + "/" + name + ENDING);
        return isCallback(written)
                ? written
                : new ShortCase(where, operation, isUsual ? null : usual).expanded(written);
    }

    private static boolean isCallback(ObjectNode written) {
        return written.path("given").has("callback");
    }

    private CaseMistake madeTwice(CaseOperation operation, String name) {
        return new CaseMistake(
                where(operation.id() + "/" + name + ENDING),
                MATRIX + " makes this case too; take the operation out of the row there, with the reason");
    }

    private ObjectNode read(String file) throws IOException {
        return CaseJson.read(market.resolve(file), where(file));
    }

    private Map<String, ObjectNode> written(CaseOperation operation) throws IOException {
        Map<String, ObjectNode> written = new TreeMap<>();
        Path folder = market.resolve(operation.id());
        for (Path file : list(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(ENDING)) {
                written.put(name.substring(0, name.length() - ENDING.length()), read(operation.id() + "/" + name));
            }
        }
        return written;
    }

    private void refuseOtherFolders(Collection<String> known) throws IOException {
        Set<String> folders = new HashSet<>();
        for (Path file : list(market)) {
            if (Files.isDirectory(file)) {
                folders.add(file.getFileName().toString());
            }
        }
        folders.removeAll(known);
        if (!folders.isEmpty()) {
            throw new CaseMistake(where(OPERATIONS), "there is no line for " + String.join(", ", folders));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private String where(String file) {
        return "conformance-tests/cases/" + market.getFileName() + "/" + file;
    }
}
