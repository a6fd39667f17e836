package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Code;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The error and result codes of one API. Gateways use one code for several things, so a lookup weighs the operation and
 * the message, and the most specific entry wins. Immutable.
 */
public final class Catalogue {

    private final List<Code> errors;
    private final List<Code> results;

    private Catalogue(List<Code> errors, List<Code> results) {
        this.errors = List.copyOf(errors);
        this.results = List.copyOf(results);
    }

    /** Called by generated code. */
    public static Catalogue of(List<Code> errors, List<Code> results) {
        return new Catalogue(errors, results);
    }

    /** Codes of synchronous error answers. */
    public List<Code> errors() {
        return errors;
    }

    /** Codes of acknowledgements, callbacks and status answers. */
    public List<Code> results() {
        return results;
    }

    /** What an error answer means. Give an empty code for an answer that carries none. */
    public Code error(String operation, int httpStatus, String code, @Nullable String message) {
        return best(errors, operation, httpStatus, code, message);
    }

    /** What a result code means for an operation; an empty operation where it is not known. */
    public Code result(String operation, String code) {
        return result(operation, code, null);
    }

    /** The same, weighing the gateway's words as well. */
    public Code result(String operation, String code, @Nullable String message) {
        return best(results, operation, 0, code, message);
    }

    /**
     * Every entry of a code, errors first; those whose message part does not occur in {@code message} are left out if
     * one is given.
     */
    public List<Code> explain(String code, @Nullable String message) {
        return Stream.concat(errors.stream(), results.stream())
                .filter(entry -> entry.code().equalsIgnoreCase(code))
                .filter(entry -> message == null || saysSo(entry, message))
                .sorted(Comparator.comparing((Code entry) -> message == null || entry.message() == null ? 1 : 0))
                .toList();
    }

    private static Code best(
            List<Code> entries, String operation, int httpStatus, String code, @Nullable String message) {
        return entries.stream()
                .filter(entry -> entry.code().equals(code))
                .filter(entry -> !code.isEmpty() || bearsStatus(entry, httpStatus))
                .filter(entry -> operation.isEmpty()
                        || entry.operations().isEmpty()
                        || entry.operations().contains(operation))
                .filter(entry -> saysSo(entry, message == null ? "" : message))
                .max(byPrecision(operation))
                .orElseGet(() -> Code.unknown(code));
    }

    // Without a code the status decides, or else the message; an entry with neither would take everything.
    private static boolean bearsStatus(Code entry, int httpStatus) {
        return entry.httpStatuses().isEmpty()
                ? entry.message() != null
                : entry.httpStatuses().contains(httpStatus);
    }

    private static boolean saysSo(Code entry, String message) {
        return entry.message() == null
                || message.toLowerCase(Locale.ROOT).contains(entry.message().toLowerCase(Locale.ROOT));
    }

    // Message and operation, then message, then operation, then neither: the order that codes.yaml states.
    private static Comparator<Code> byPrecision(String operation) {
        return Comparator.comparing((Code entry) -> entry.message() != null)
                .thenComparing(entry -> speaksOf(entry, operation))
                .thenComparing(
                        entry -> entry.message() == null ? 0 : entry.message().length())
                // Where nothing else decides, the entry that promises less.
                .thenComparing(entry -> !entry.isFinal());
    }

    // Where the operation is not known, the entry for any operation is the one that speaks of it.
    private static boolean speaksOf(Code entry, String operation) {
        return operation.isEmpty()
                ? entry.operations().isEmpty()
                : entry.operations().contains(operation);
    }
}
