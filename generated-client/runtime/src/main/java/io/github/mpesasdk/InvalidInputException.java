package io.github.mpesasdk;

import java.util.List;
import java.util.stream.Collectors;

/** An input breaks a rule. Nothing was sent. The message names each field and rule, never a value. */
public final class InvalidInputException extends MpesaException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** Reports everything that is wrong with one input, for example a request record. */
    public InvalidInputException(String input, List<Violation> violations) {
        super(
                input + " is not valid, nothing was sent: "
                        + violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
                Incident.of("", ""),
                null);
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
}
