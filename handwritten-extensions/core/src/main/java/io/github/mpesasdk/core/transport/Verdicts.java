package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.Operation;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The money rules: turns what came of one send into a {@link Verdict}. An outcome is never guessed: for a payment,
 * everything but an acceptance and a refusal that the catalogue calls final is unknown.
 */
final class Verdicts<A> {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{0,20}");

    private final Operation<?, A> operation;
    private final Dialect dialect;
    private final HttpRequests requests;
    private final Judge judge;

    Verdicts(Operation<?, A> operation, Dialect dialect, HttpRequests requests) {
        this.operation = operation;
        this.dialect = dialect;
        this.requests = requests;
        this.judge = new Judge(dialect);
    }

    /** What to do after one send. */
    sealed interface Verdict<A> {

        /** The call is over, well. */
        record Done<A>(A answer) implements Verdict<A> {}

        /** The call is over, unless it may be repeated. */
        record Failure<A>(MpesaException error, boolean transientTrouble) implements Verdict<A> {}

        /** The gateway rejected the token and did nothing; with another token the call may be made once more. */
        record TokenRejected<A>(MpesaException otherwise) implements Verdict<A> {}
    }

    Verdict<A> of(Answer answer, @Nullable AccessToken token) {
        Judgement judgement = judge.judge(operation, answer);
        Incident incident =
                incident().withAnswer(answer.status(), dialect.bodies().keepable(operation, answer.body()));
        if (judgement instanceof Judgement.Accepted accepted) {
            return decode(accepted, incident);
        }
        if (judgement instanceof Judgement.Coded coded) {
            List<String> secrets = secrets(token);
            Code code = presentable(coded.code(), secrets);
            String words = coded.error().message();
            String cleanWords = words == null ? null : CleanText.of(words, secrets);
            return ofCode(
                    code,
                    answer,
                    incident.withCode(code, cleanWords, coded.error().requestId()));
        }
        Code code = ((Judgement.Unreadable) judgement).code();
        return ofUnreadable(code, answer, code == null ? incident : incident.withCode(code, null, null));
    }

    /** Our own code failed on an answer. Of a payment, nothing is known then either. */
    Verdict<A> ofDefect(Throwable defect) {
        return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident(), told(defect)), incident()), false);
    }

    // The message of a defect may quote the answer, so only its class and its place are told.
    private static Throwable told(Throwable defect) {
        Throwable told = new IllegalStateException(
                "a defect of the SDK: " + defect.getClass().getName());
        told.setStackTrace(defect.getStackTrace());
        return told;
    }

    private Verdict<A> decode(Judgement.Accepted accepted, Incident incident) {
        try {
            return new Verdict.Done<>(operation.answerAdapter().fromJsonTree(accepted.json()));
        } catch (RuntimeException unexpected) {
            return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident, told(unexpected)), incident), false);
        }
    }

    private Verdict<A> ofCode(Code code, Answer answer, Incident incident) {
        boolean isTransient =
                code.kind() == CodeKind.THROTTLED || code.kind() == CodeKind.GATEWAY || answer.status() >= 500;
        if (code.kind() == CodeKind.PENDING && operation.effect() != Effect.MONEY) {
            return new Verdict.Failure<>(new StillPendingException(incident), false);
        }
        if (code.kind() == CodeKind.TOKEN) {
            return new Verdict.TokenRejected<>(new RefusedException(incident));
        }
        // A word of success that the success rule does not list is no refusal, whatever else it is.
        if (code.isFinal() && code.kind() != CodeKind.SUCCESS) {
            return new Verdict.Failure<>(new RefusedException(incident), code.kind() == CodeKind.THROTTLED);
        }
        return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident, null), incident), isTransient);
    }

    private Verdict<A> ofUnreadable(@Nullable Code code, Answer answer, Incident incident) {
        boolean isTransient =
                answer.isSuccessful() || answer.status() >= 500 || answer.status() == 408 || answer.status() == 429;
        if (code != null && code.isFinal()) {
            return new Verdict.Failure<>(new RefusedException(incident), isTransient);
        }
        return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident, null), incident), isTransient);
    }

    /** The answer never came, or not whole. */
    Verdict<A> ofLoss(IOException loss, boolean mayHaveArrived) {
        Incident incident = incident();
        if (!mayHaveArrived) {
            return new Verdict.Failure<>(new NotConnectedException(incident, loss), true);
        }
        // OkHttp quotes what it takes for a broken status line, which may be a whole answer.
        IOException cause = loss instanceof ProtocolException ? new ProtocolException("not a whole HTTP answer") : loss;
        return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident, cause), incident), true);
    }

    private MpesaException unknownOr(MpesaException harmless, Incident incident) {
        return operation.effect() == Effect.MONEY
                ? new UnknownOutcomeException(incident, harmless.getCause())
                : harmless;
    }

    private Incident incident() {
        return incident(dialect, operation, requests);
    }

    /** What is known of a call before anything came back. */
    static Incident incident(Dialect dialect, Operation<?, ?> operation, HttpRequests requests) {
        Incident incident = Incident.of(dialect.market(), operation.id()).withReference(requests.reference());
        return operation.query().isPresent() ? incident : incident.withoutStatusCall();
    }

    // A code that the catalogue does not know is the gateway's own text: repeated only if it looks like a code.
    private static Code presentable(Code code, List<String> secrets) {
        boolean harmless = code.isKnown() || (CODE.matcher(code.value()).matches() && !secrets.contains(code.value()));
        return harmless ? code : Code.unknown(Masked.MASK);
    }

    private List<String> secrets(@Nullable AccessToken token) {
        List<String> secrets = new ArrayList<>(requests.sentTexts());
        if (token != null) {
            secrets.add(token.value());
        }
        return secrets;
    }
}
