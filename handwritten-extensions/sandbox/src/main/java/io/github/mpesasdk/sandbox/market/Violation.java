package io.github.mpesasdk.sandbox.market;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the spec has against a request.
 *
 * @param field the top-level field at fault, empty if the request as a whole is
 * @param why what is wrong, in words that follow the field's name; they may quote the request
 * @param reason how it is at fault: missing, or whatever else is wrong
 * @param weight what comes of it
 * @param evidence how sure that is: a grade of the specs, and the code by which the gateway refuses it, where it has
 *     one
 */
public record Violation(String field, String why, Reason reason, Weight weight, String evidence) {

    /** What comes of a violation. */
    public enum Weight {
        /** The gateway is known to refuse it, or cannot do anything with it. */
        REFUSED,
        /** A rule of a document that nobody saw enforced: refused by a strict sandbox only. */
        RULE,
        /** Gateways take it. */
        REMARK
    }

    /** Something that is refused, although it is there. */
    public static Violation refused(String field, String why, String evidence) {
        return new Violation(field, why, Reason.INVALID, Weight.REFUSED, evidence);
    }

    /** Something that is refused for not being there. */
    public static Violation missing(String field, String why, String evidence) {
        return new Violation(field, why, Reason.MISSING, Weight.REFUSED, evidence);
    }

    /** A rule that nobody saw enforced. */
    public static Violation rule(String field, String why, String evidence) {
        return new Violation(field, why, Reason.INVALID, Weight.RULE, evidence);
    }

    /** Something that gateways take. */
    public static Violation remark(String field, String why) {
        return new Violation(field, why, Reason.INVALID, Weight.REMARK, "");
    }

    /** What a gateway refuses first: that something is missing, else whatever is wrong. */
    public static Optional<Violation> first(List<Violation> violations) {
        return violations.stream()
                .filter(Violation::isRefused)
                .min(Comparator.comparing(violation -> !violation.missing()));
    }

    /** Whether the gateway refuses it. */
    public boolean isRefused() {
        return weight == Weight.REFUSED;
    }

    /** Whether the field is at fault for not being there. */
    public boolean missing() {
        return reason == Reason.MISSING;
    }

    /** What is wrong, in a sentence. */
    public String text() {
        return field.isEmpty() ? why : field + " " + why;
    }

    /** The sentence, and how sure it is. */
    public String graded() {
        return evidence.isEmpty() ? text() : text() + " (" + evidence + ")";
    }

    /** The same, at fault in another way. */
    Violation because(Reason other) {
        return new Violation(field, why, other, weight, evidence);
    }

    /** The same, refused if it breaks a rule. */
    Violation strictly() {
        return weight == Weight.RULE ? new Violation(field, why, reason, Weight.REFUSED, evidence) : this;
    }

    /** Without the words, which may quote the request. */
    @Override
    public String toString() {
        return "Violation[field=" + field + ", reason=" + reason + ", weight=" + weight + "]";
    }
}
