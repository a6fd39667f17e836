package io.github.mpesasdk.journal;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decision;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a payment, or why it needs a person. Immutable.
 *
 * @param state {@code PAID}, {@code FAILED} or {@code NEEDS_PERSON}
 * @param code the gateway's code, as the catalogue explains it; null where none came
 * @param words the gateway's own words, cleaned; null where none came
 * @param receipt the M-Pesa receipt; null where none came
 * @param why one sentence, free of secrets and personal data
 * @param isToBeTold whether listeners hear of it; false where the caller got it as an error
 */
public record Verdict(
        PaymentState state,
        @Nullable Code code,
        @Nullable String words,
        @Nullable String receipt,
        String why,
        boolean isToBeTold) {

    /** The verdict of a settled outcome. */
    public static Verdict of(Outcome outcome) {
        if (outcome instanceof Succeeded paid) {
            return new Verdict(
                    PaymentState.PAID,
                    paid.code().orElse(null),
                    null,
                    paid.receipt().orElse(null),
                    paid.why(),
                    true);
        }
        if (outcome instanceof Failed failed) {
            return new Verdict(
                    PaymentState.FAILED, failed.code().orElse(null), failed.words(), null, failed.why(), true);
        }
        throw new IllegalArgumentException("it settles nothing");
    }

    /** Nothing was sent, or the gateway refused, and the caller knows. */
    public static Verdict toldByError(@Nullable Code code, @Nullable String words, String why) {
        return new Verdict(PaymentState.FAILED, code, words, null, why, false);
    }

    /** Nothing was sent: the process ended before. */
    public static Verdict neverSent() {
        return new Verdict(
                PaymentState.FAILED,
                null,
                null,
                null,
                "It was never sent: the process that prepared it ended before, or could not go on.",
                true);
    }

    /** Somebody has to look into it. */
    public static Verdict needsPerson(@Nullable Code code, @Nullable String words, String why) {
        return new Verdict(PaymentState.NEEDS_PERSON, code, words, null, why, true);
    }

    /** A person found out. */
    public static Verdict decided(Decision decision) {
        return new Verdict(
                decision.isPaid() ? PaymentState.PAID : PaymentState.FAILED,
                null,
                null,
                decision.receipt().orElse(null),
                "A person decided so.",
                true);
    }

    /** The same with the receipt that a message named later. */
    public Verdict with(String named) {
        return new Verdict(state, code, words, named, why, isToBeTold);
    }

    /** The same for callers. */
    public Outcome outcome(Reference reference) {
        return switch (state) {
            case PAID -> new Succeeded(reference, Optional.ofNullable(code), Optional.ofNullable(receipt), Map.of());
            case FAILED -> new Failed(reference, Optional.ofNullable(code), words);
            default ->
                new Unknown(reference, new Reason(Reason.Kind.NEEDS_PERSON, why, Optional.ofNullable(code), words));
        };
    }
}
