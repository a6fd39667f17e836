package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one API, in four tables: the same code means one thing in an error, another in an acknowledgement, and a
 * third in a result. Within a table a lookup weighs the operation and the gateway's words, and the most specific entry
 * wins. Immutable.
 */
public final class Catalogue {

    private static final Pattern HTTP_STATUS = Pattern.compile("[1-5]\\d\\d");

    private final List<Code> errors;
    private final List<Code> acknowledgements;
    private final List<Code> results;
    private final List<Code> statuses;

    private Catalogue(List<Code> errors, List<Code> acknowledgements, List<Code> results, List<Code> statuses) {
        this.errors = List.copyOf(errors);
        this.acknowledgements = List.copyOf(acknowledgements);
        this.results = List.copyOf(results);
        this.statuses = List.copyOf(statuses);
    }

    /** Called by generated code; a table that {@code codes.yaml} does not have is empty. */
    public static Catalogue of(
            List<Code> errors, List<Code> acknowledgements, List<Code> results, List<Code> statuses) {
        return new Catalogue(errors, acknowledgements, results, statuses);
    }

    /** Codes of error envelopes, and what is known of answers without any code. */
    public List<Code> errors() {
        return errors;
    }

    /** Codes of answers that only accept a request or turn it down, before anything was done about it. */
    public List<Code> acknowledgements() {
        return acknowledgements;
    }

    /** Codes of outcomes: of callbacks, and of answers that are the outcome themselves. */
    public List<Code> results() {
        return results;
    }

    /** Words for the state of a transaction, as the answer to a status query has them. */
    public List<Code> statuses() {
        return statuses;
    }

    /**
     * What an error answer means.
     *
     * @param operation the operation that was called; empty where it is not known
     * @param httpStatus the status of the answer; 0 where it is not known
     * @param code empty for an answer that carries none
     * @param words what the gateway says beside the code, if anything
     */
    public Code error(String operation, int httpStatus, String code, @Nullable String words) {
        return best(errors, operation, httpStatus, code, words);
    }

    /**
     * What the code of an answer means that does not accept the request. An API whose answers are results themselves
     * (Vodacom, Mozambique, DRC) has no table of acknowledgements; there it is looked up among the results.
     */
    public Code acknowledgement(String operation, String code, @Nullable String words) {
        return best(acknowledgements.isEmpty() ? results : acknowledgements, operation, 0, code, words);
    }

    /** What a result code means for an operation; an empty operation where it is not known. */
    public Code result(String operation, String code, @Nullable String words) {
        return best(results, operation, 0, code, words);
    }

    /**
     * What a result code means where nobody knows which of these operations is answered. It is final only if it is
     * known and final for every one of them, and they agree on success or failure.
     */
    public Code result(List<String> candidates, String code, @Nullable String words) {
        List<Code> meanings = candidates.stream()
                .map(operation -> result(operation, code, words))
                .toList();
        if (meanings.isEmpty() || !meanings.stream().allMatch(Code::isKnown)) {
            return Code.unknown(code);
        }
        Code first = meanings.get(0);
        boolean agree = meanings.stream().map(Catalogue::succeeded).distinct().count() == 1;
        return meanings.stream()
                .filter(meaning -> !meaning.isFinal())
                .findFirst()
                .orElseGet(() -> agree ? first : Code.unknown(code));
    }

    private static boolean succeeded(Code code) {
        return code.kind() == CodeKind.SUCCESS;
    }

    /** What a word for the state of a transaction means, in any case of letters, to the operation that asked. */
    public Code status(String operation, String word) {
        return best(statuses, operation, 0, word, null, String::equalsIgnoreCase);
    }

    /**
     * Every entry of a code or a status word, errors first, in any case of letters; those that ask for other words are
     * left out if some are given.
     */
    public List<Code> explain(String code, @Nullable String words) {
        return Stream.of(errors, acknowledgements, results, statuses)
                .flatMap(List::stream)
                .filter(entry -> entry.value().equalsIgnoreCase(code))
                .filter(entry -> words == null || Words.fit(entry, words))
                .sorted(Comparator.comparing((Code entry) -> words == null || !Words.matter(entry)))
                .toList();
    }

    private static Code best(
            List<Code> entries, String operation, int httpStatus, String code, @Nullable String words) {
        return best(entries, operation, httpStatus, code, words, String::equals);
    }

    private static Code best(
            List<Code> entries,
            String operation,
            int httpStatus,
            String code,
            @Nullable String words,
            BiPredicate<String, String> same) {
        return entries.stream()
                .filter(entry -> same.test(entry.value(), code))
                .filter(entry -> bearsStatus(entry, httpStatus))
                .filter(entry -> operation.isEmpty()
                        || entry.operations().isEmpty()
                        || entry.operations().contains(operation))
                .filter(entry -> Words.fit(entry, words == null ? "" : words))
                .max(byPrecision(operation))
                .orElseGet(() -> Code.unknown(code));
    }

    private static boolean bearsStatus(Code entry, int httpStatus) {
        List<Integer> statuses = entry.httpStatuses();
        if (entry.value().isEmpty()) {
            // Without a code the status decides, or else the words; an entry with neither would take everything.
            return statuses.isEmpty() ? Words.matter(entry) : statuses.contains(httpStatus);
        }
        // A request whose token was rejected is sent again, so everything about the answer must be as it is known.
        // A code that is an HTTP status itself must be that of the answer.
        boolean mustBearIt = entry.kind() == CodeKind.TOKEN
                || HTTP_STATUS.matcher(entry.value()).matches();
        return !mustBearIt || statuses.isEmpty() || httpStatus == 0 || statuses.contains(httpStatus);
    }

    // Words and operation, then words, then operation, then neither: the order that codes.yaml states.
    private static Comparator<Code> byPrecision(String operation) {
        return Comparator.comparing((Code entry) -> entry.words() != null)
                .thenComparing(entry -> entry.message() != null)
                .thenComparing(entry -> entry.operations().contains(operation))
                .thenComparing(
                        entry -> entry.message() == null ? 0 : entry.message().length())
                // Where nothing else decides, as where the operation is not known, the entry that promises less.
                .thenComparing(entry -> !entry.isFinal())
                .thenComparing(entry -> entry.operations().isEmpty());
    }
}
