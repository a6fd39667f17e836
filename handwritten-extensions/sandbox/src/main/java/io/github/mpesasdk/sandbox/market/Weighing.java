package io.github.mpesasdk.sandbox.market;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weighs what a request breaks by the evidence that the specs have: a limit that was seen to be enforced is refused,
 * and so is one without a grade of its own where the gateway has a code with which it refuses the field. Any other
 * limit is a rule that clients are told, which no record shows to be enforced.
 */
final class Weighing {

    private static final String SEEN = "captured";

    private final SpecOperation operation;
    private final Catalogue codes;

    /** Weighs requests to an operation by the codes with which its gateway refuses fields. */
    Weighing(SpecOperation operation, Catalogue codes) {
        this.operation = operation;
        this.codes = codes;
    }

    /** A field that breaks a limit of its schema. */
    Violation limit(String field, SpecSchema schema, String limit, String why) {
        Optional<String> own = schema.evidence(limit);
        if (own.isPresent()) {
            return own.get().equals(SEEN) ? Violation.refused(field, why, SEEN) : Violation.rule(field, why, own.get());
        }
        Optional<String> byCode = codes.refusing(operation.id(), field);
        if (byCode.isPresent()) {
            return Violation.refused(field, why, byCode.get());
        }
        // Nobody can pay what is no number.
        return limit.equals("pattern") && schema.isAmount()
                ? Violation.refused(field, why, "inferred")
                : Violation.rule(field, why, grade(field));
    }

    /** A field that must not be there beside others. */
    Violation outOfPlace(String field, String why) {
        return codes.refusing(operation.id(), field)
                .map(code -> Violation.refused(field, why, code))
                .orElseGet(() -> Violation.rule(field, why, grade(field)));
    }

    /** A field that must be there. */
    Violation missing(String field, String why) {
        SpecSchema schema = operation.fields().get(field);
        boolean seen = schema != null && schema.evidence("minLength").equals(Optional.of(SEEN));
        return Violation.missing(field, why, seen ? SEEN : grade(field));
    }

    /** A field that is there and cannot be read as what it is. */
    Violation unreadable(String field, String why) {
        return Violation.refused(
                field, why, codes.refusing(operation.id(), field).orElseGet(() -> grade(field)));
    }

    /** A field that breaks a rule which no gateway is known to look at. */
    Violation rule(String field, String why) {
        return Violation.rule(field, why, grade(field));
    }

    /**
     * How sure a rule about a field is that has no grade. A field shares the grade of the body, or of the operation;
     * but that somebody saw the field does not mean that he saw the rule.
     */
    private String grade(String field) {
        SpecSchema own = operation.fields().getOrDefault(field, new SpecSchema(Map.of()));
        return Stream.of(own, operation.input(), new SpecSchema(operation.words()))
                .map(SpecSchema::evidence)
                .filter(grade -> !grade.isEmpty())
                .findFirst()
                .filter(grade -> !grade.equals(SEEN))
                .orElse("inferred");
    }
}
