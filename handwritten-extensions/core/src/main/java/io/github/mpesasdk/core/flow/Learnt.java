package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.StillPendingException;

/**
 * What a question teaches that was not answered.
 *
 * @param reason why the outcome is not known
 * @param isPending whether the gateway says that it is still at work
 * @param mayHelp whether asking again may help
 */
record Learnt(Reason reason, boolean isPending, boolean mayHelp) {

    static Learnt from(Throwable failure) {
        if (failure instanceof StillPendingException pending) {
            return new Learnt(reason(Reason.Kind.PROCESSING, pending), true, true);
        }
        if (failure instanceof RefusedException refused) {
            boolean mayHelp = refused.code()
                    .filter(code -> code.kind() == CodeKind.THROTTLED || code.kind() == CodeKind.GATEWAY)
                    .isPresent();
            return new Learnt(reason(Reason.Kind.QUESTION_REFUSED, refused), false, mayHelp);
        }
        if (failure instanceof CannotAskException cannot) {
            return new Learnt(Reason.of(Reason.Kind.CANNOT_ASK, cannot.why()), false, false);
        }
        if (failure instanceof InvalidInputException invalid) {
            return new Learnt(Reason.of(Reason.Kind.CANNOT_ASK, String.valueOf(invalid.getMessage())), false, false);
        }
        if (failure instanceof MpesaException error) {
            return new Learnt(reason(Reason.Kind.QUESTION_UNANSWERED, error), false, true);
        }
        return new Learnt(
                Reason.of(
                        Reason.Kind.QUESTION_UNANSWERED,
                        "Asking failed in this process: " + failure.getClass().getName() + "."),
                false,
                true);
    }

    private static Reason reason(Reason.Kind kind, MpesaException error) {
        return new Reason(
                kind,
                String.valueOf(error.getMessage()),
                error.code().filter(code -> !code.value().isEmpty()),
                error.words().orElse(null));
    }
}
