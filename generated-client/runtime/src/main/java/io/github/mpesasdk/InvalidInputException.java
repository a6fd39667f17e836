package io.github.mpesasdk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An input breaks a rule. Nothing was sent. The message names every field and rule, never a value. */
public final class InvalidInputException extends MpesaException {

    private static final long serialVersionUID = 1L;

    private final String input;
    private final transient List<Violation> violations;

    /** Reports everything that is wrong with one input, for example a request record. */
    public InvalidInputException(String input, List<Violation> violations) {
        super(
                input + " is not valid, nothing was sent: "
                        + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
                Incident.of("", ""),
                null);
        this.input = input;
        this.violations = List.copyOf(violations);
    }

    /** Reports one field. */
    public InvalidInputException(String input, String field, String rule) {
        this(input, List.of(new Violation(field, rule)));
    }

    /** Each field that breaks a rule. */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * The same report in the caller's words, with the wire names behind them in brackets.
     *
     * @param wordByWireName for example {@code TransactionDesc} to {@code description}; a name that it lacks stays
     */
    public InvalidInputException inWordsOf(Map<String, String> wordByWireName) {
        return withViolations(violations.stream()
                .map(violation -> violation.inWordsOf(wordByWireName))
                .toList());
    }

    private InvalidInputException withViolations(List<Violation> all) {
        InvalidInputException copy = new InvalidInputException(input, all);
        // Where the input was found invalid says more than where the words were changed.
        copy.setStackTrace(getStackTrace());
        return copy;
    }
}
