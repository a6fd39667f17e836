package io.github.mpesasdk.sandbox.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says with its codes: the rows of one table of a {@code codes.yaml} that have {@code says}. Of several
 * that fit, the one that names the operation goes first, then one for any operation. The document is read when it is
 * first needed.
 */
public final class Catalogue {

    private static final Map<String, Catalogue> KNOWN = new ConcurrentHashMap<>();

    private final String resource;
    private final String table;
    private @Nullable List<Row> rows;

    private Catalogue(String resource, String name) {
        this.resource = resource;
        this.table = name;
    }

    /** A table of the document at a place on the class path. */
    public static Catalogue table(String resource, String name) {
        return KNOWN.computeIfAbsent(resource + " " + name, key -> new Catalogue(resource, name));
    }

    /** The codes that the gateway is known to say. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        rows().forEach(row -> codes.add(row.text("code")));
        return codes;
    }

    /** A code, as an operation says it where nothing more is to be said; else in the first words that are known. */
    public Optional<Code> find(String code, String operationId) {
        return find(code, operationId, "").or(() -> first(operationId, row -> row.is("code", code)));
    }

    /**
     * A code that is in the catalogue.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Code of(String code, String operationId) {
        return known(find(code, operationId), code);
    }

    /** The same in particular words, which the catalogue has as {@code message} or {@code words}. */
    public Optional<Code> find(String code, String operationId, String particular) {
        return first(
                operationId, row -> row.is("code", code) && row.particular().equals(particular));
    }

    /** A code that is in the catalogue in particular words. */
    public Code of(String code, String operationId, String particular) {
        return known(find(code, operationId, particular), code);
    }

    /** What is said when something happens; empty if the gateway was not seen to say anything then. */
    public Optional<Code> find(Reason reason, String operationId) {
        return first(operationId, row -> row.lists("when", reason.word()));
    }

    /** What is known to be said when something happens. */
    public Code of(Reason reason, String operationId) {
        return known(find(reason, operationId), reason.word());
    }

    /** The code of a kind that is most the operation's own. */
    public Optional<Code> ofKind(String kind, String operationId) {
        return first(operationId, row -> row.is("kind", kind) && row.distance(operationId) < 2);
    }

    /** What is said to a request with something wrong: of the field, or else of whatever is missing or wrong. */
    public Code of(Violation violation, String operationId) {
        String field = violation.field();
        Optional<Code> own =
                switch (violation.reason()) {
                    case MISSING ->
                        first(operationId, row -> row.lists("missing", field) && row.distance(operationId) < 2);
                    case INVALID -> first(operationId, row -> row.lists("fields", field));
                    default -> Optional.empty();
                };
        return own.orElseGet(() -> of(field.isEmpty() ? Reason.UNREADABLE : violation.reason(), operationId))
                .filled("field", field)
                .filled("reason", violation.why());
    }

    /** The code by which the gateway refuses a field, and how sure that is; empty if no code is known to do so. */
    Optional<FieldCode> refusing(String operationId, String field) {
        return nearest(operationId, row -> row.lists("fields", field))
                .map(row -> new FieldCode(row.text("code"), row.text("evidence")));
    }

    /** A code by which the gateway refuses a field, and how sure that is. */
    record FieldCode(String code, String evidence) {}

    private Optional<Code> first(String operationId, Predicate<Row> fits) {
        return nearest(operationId, fits).map(Row::code);
    }

    private Optional<Row> nearest(String operationId, Predicate<Row> fits) {
        return rows().stream().filter(fits).min(Comparator.comparingInt(row -> row.distance(operationId)));
    }

    private Code known(Optional<Code> found, String code) {
        return found.orElseThrow(() -> new IllegalArgumentException("no code " + code + "; there are " + codes()));
    }

    private synchronized List<Row> rows() {
        if (rows == null) {
            List<Row> read = new ArrayList<>();
            for (Object row : SpecDocument.list(SpecDocument.load(resource).at(table))) {
                if (row instanceof Map<?, ?> columns && columns.containsKey("says")) {
                    read.add(new Row(columns));
                }
            }
            rows = read;
        }
        return rows;
    }

    private record Row(Map<?, ?> columns) {

        String text(String column) {
            return columns.get(column) instanceof String text ? text : "";
        }

        boolean is(String column, String value) {
            return text(column).equals(value);
        }

        String particular() {
            return text("message") + text("words");
        }

        boolean lists(String column, String value) {
            return SpecDocument.list(columns.get(column)).contains(value);
        }

        int distance(String operationId) {
            String column = columns.containsKey("by") ? "by" : "operations";
            return lists(column, operationId) ? 0 : columns.containsKey(column) ? 2 : 1;
        }

        /** The first status is the usual one; where none was recorded, one that goes with the kind. */
        Code code() {
            int likely = is("kind", "success") || is("kind", "pending") ? 201 : 400;
            int http = SpecDocument.list(columns.get("http")).stream()
                    .findFirst()
                    .map(status -> ((Number) status).intValue())
                    .orElse(likely);
            return new Code(http, text("code"), text("says"));
        }
    }
}
