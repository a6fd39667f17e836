package io.github.mpesasdk.runtime;

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
        return best(results, operation, 0, code, null);
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
                .filter(entry -> entry.code().equalsIgnoreCase(code))
                .filter(entry -> !code.isEmpty() || entry.httpStatuses().contains(httpStatus))
                .filter(entry -> operation.isEmpty()
                        || entry.operations().isEmpty()
                        || entry.operations().contains(operation))
                .filter(entry -> saysSo(entry, message == null ? "" : message))
                .max(Comparator.comparingInt(entry -> precision(entry, operation)))
                .orElseGet(() -> Code.unknown(code));
    }

    private static boolean saysSo(Code entry, String message) {
        return entry.message() == null
                || message.toLowerCase(Locale.ROOT).contains(entry.message().toLowerCase(Locale.ROOT));
    }

    private static int precision(Code entry, String operation) {
        int byMessage = entry.message() == null ? 0 : 1 + entry.message().length();
        int byOperation = entry.operations().contains(operation) ? 1 : 0;
        // An entry that does not know the operation must not win by chance over one that takes every operation.
        int anyOperation = operation.isEmpty() && entry.operations().isEmpty() ? 1 : 0;
        return 2 * byMessage + byOperation + anyOperation;
    }
}
