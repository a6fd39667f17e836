package io.github.mpesasdk.sandbox.market;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Weighs what a request breaks by the evidence that the specs have: a limit that somebody saw enforced is refused, and
 * so is a value that nobody could use. Any other limit is a rule that clients are told, which no record shows to be
 * enforced, although the gateway may have a code for it.
 */
final class Weighing {

    private static final String SEEN = "captured";
    private static final Set<String> AMOUNT = Set.of("pattern", "minimum", "x-minimum");

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
        boolean refused = own.filter(SEEN::equals).isPresent() || (own.isEmpty() && isUnusable(schema, limit));
        return (refused
                        ? Violation.refused(field, why, evidence(field, own))
                        : Violation.rule(field, why, evidence(field, own)))
                .because(limit.equals("x-forbidden-words") ? Reason.FORBIDDEN_WORD : Reason.INVALID);
    }

    /** Nobody can pay what is no number, or nothing. */
    private static boolean isUnusable(SpecSchema schema, String limit) {
        return schema.isAmount() && AMOUNT.contains(limit);
    }

    /** A field that must not be there beside others. */
    Violation outOfPlace(String field, String why) {
        return Violation.rule(field, why, evidence(field));
    }

    /** A field that must be there. */
    Violation missing(String field, String why) {
        SpecSchema schema = operation.fields().get(field);
        boolean seen = schema != null && schema.evidence("minLength").equals(Optional.of(SEEN));
        return Violation.missing(field, why, seen ? SEEN : grade(field));
    }

    /** A field that is there and cannot be read as what it is. */
    Violation unreadable(String field, String why) {
        return Violation.refused(field, why, evidence(field));
    }

    /** A field that breaks a rule which no gateway is known to look at. */
    Violation rule(String field, String why) {
        return Violation.rule(field, why, grade(field));
    }

    private String evidence(String field) {
        return evidence(field, Optional.empty());
    }

    /** The code with which the gateway refuses the field, if it has one, and how sure that is. */
    private String evidence(String field, Optional<String> own) {
        Optional<Catalogue.FieldCode> code = codes.refusing(operation.id(), field);
        String grade = own.or(() -> code.map(Catalogue.FieldCode::evidence)).orElseGet(() -> grade(field));
        return code.map(known -> known.code() + ", " + grade).orElse(grade);
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
