package io.github.mpesasdk.core.transport;

import com.google.gson.JsonParseException;
import io.github.mpesasdk.core.text.Redaction;
import io.github.mpesasdk.core.token.AccessToken;
import io.github.mpesasdk.error.Incident;
import io.github.mpesasdk.error.MpesaException;
import io.github.mpesasdk.error.NoAnswerException;
import io.github.mpesasdk.error.NotConnectedException;
import io.github.mpesasdk.error.RefusedException;
import io.github.mpesasdk.error.StillPendingException;
import io.github.mpesasdk.error.UnknownOutcomeException;
import io.github.mpesasdk.runtime.Code;
import io.github.mpesasdk.runtime.CodeKind;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money rules: turns what came of one send into a {@link Verdict}. An outcome is never guessed: for a payment,
 * everything but an acceptance and a refusal that the catalogue calls final is unknown.
 */
final class Verdicts<A> {

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
        Incident incident = incident().withAnswer(answer.status(), answer.body());
        if (judgement instanceof Judgement.Accepted accepted) {
            return decode(accepted, incident);
        }
        if (judgement instanceof Judgement.Coded coded) {
            return ofCode(
                    coded,
                    answer,
                    incident.withCode(
                            coded.code(),
                            clean(coded.error().message(), token),
                            coded.error().requestId()));
        }
        Code code = ((Judgement.Unreadable) judgement).code();
        return ofUnreadable(code, answer, code == null ? incident : incident.withCode(code, null, null));
    }

    private Verdict<A> decode(Judgement.Accepted accepted, Incident incident) {
        try {
            return new Verdict.Done<>(operation.answerAdapter().fromJsonTree(accepted.json()));
        } catch (JsonParseException | IllegalStateException unexpected) {
            return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident, unexpected), incident), false);
        }
    }

    private Verdict<A> ofCode(Judgement.Coded coded, Answer answer, Incident incident) {
        Code code = coded.code();
        boolean isTransient =
                code.kind() == CodeKind.THROTTLED || code.kind() == CodeKind.GATEWAY || answer.status() >= 500;
        if (code.kind() == CodeKind.PENDING && operation.effect() != Effect.MONEY) {
            return new Verdict.Failure<>(new StillPendingException(incident), false);
        }
        if (code.kind() == CodeKind.TOKEN) {
            return new Verdict.TokenRejected<>(new RefusedException(incident));
        }
        if (code.isFinal()) {
            return new Verdict.Failure<>(new RefusedException(incident), code.kind() == CodeKind.THROTTLED);
        }
        return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident, null), incident), isTransient);
    }

    private Verdict<A> ofUnreadable(@Nullable Code code, Answer answer, Incident incident) {
        boolean isTransient =
                answer.isSuccessful() || answer.status() >= 500 || answer.status() == 408 || answer.status() == 429;
        MpesaException harmless =
                code != null && code.isFinal() ? new RefusedException(incident) : new NoAnswerException(incident, null);
        return new Verdict.Failure<>(unknownOr(harmless, incident), isTransient);
    }

    /** The answer never came, or not whole. */
    Verdict<A> ofLoss(IOException loss, boolean mayHaveArrived) {
        Incident incident = incident();
        if (!mayHaveArrived) {
            return new Verdict.Failure<>(new NotConnectedException(incident, loss), true);
        }
        return new Verdict.Failure<>(unknownOr(new NoAnswerException(incident, loss), incident), true);
    }

    private MpesaException unknownOr(MpesaException harmless, Incident incident) {
        return operation.effect() == Effect.MONEY
                ? new UnknownOutcomeException(incident, harmless.getCause())
                : harmless;
    }

    private Incident incident() {
        return Incident.of(dialect.market(), operation.id()).withReference(requests.reference());
    }

    private @Nullable String clean(@Nullable String message, @Nullable AccessToken token) {
        if (message == null) {
            return null;
        }
        List<String> secrets = new ArrayList<>(requests.sentTexts());
        if (token != null) {
            secrets.add(token.value());
        }
        return Redaction.clean(message, secrets);
    }
}
