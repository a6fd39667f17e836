package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.WireRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The money rules: turn what came of one send into a {@link Decision}. An outcome is never guessed: for a payment,
 * everything but an acceptance and a refusal that the catalogue calls final is unknown.
 */
final class MoneyRules<A extends WireRecord> {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{0,60}");

    private final Operation<?, A> operation;
    private final Dialect dialect;
    private final HttpRequests requests;
    private final BooleanSupplier callbackHeard;
    private final AnswerReader reader;

    MoneyRules(Operation<?, A> operation, Dialect dialect, HttpRequests requests, BooleanSupplier callbackHeard) {
        this.operation = operation;
        this.dialect = dialect;
        this.requests = requests;
        this.callbackHeard = callbackHeard;
        this.reader = new AnswerReader(dialect);
    }

    /**
     * What to do after an answer.
     *
     * @param sendsBefore how often the same request left before
     */
    Decision<A> of(Answer answer, @Nullable String token, Link link, int sendsBefore) {
        Reading reading = reader.read(operation, requests.fields(), answer, link);
        if (reading instanceof Reading.Accepted accepted) {
            return decode(accepted.json(), answer);
        }
        Incident incident = incident(answer);
        if (reading instanceof Reading.Coded coded) {
            return ofCode(coded, answer, told(incident, coded.code(), coded.error(), token), sendsBefore);
        }
        Reading.Unusable unusable = (Reading.Unusable) reading;
        return ofUnusable(unusable, answer, told(incident, unusable, answer, token));
    }

    private Incident told(Incident incident, Code code, GatewayError error, @Nullable String token) {
        List<String> secrets = secrets(token);
        String words = error.message();
        String id = error.requestId();
        return incident.withCode(
                presentable(code, secrets),
                words == null ? null : CleanText.of(words, secrets),
                id == null ? null : CleanText.oneLine(id, secrets));
    }

    private Incident told(Incident incident, Reading.Unusable unusable, Answer answer, @Nullable String token) {
        Incident told = incident.withTrouble(unusable.trouble());
        if (unusable.error() != null) {
            // It may be another's, so the code means nothing; its words may still help.
            Code code = unusable.code() != null
                    ? unusable.code()
                    : Code.unknown(unusable.error().code(), operation.effect());
            return told(told, code, unusable.error(), token);
        }
        if (unusable.code() != null) {
            told = told.withCode(unusable.code(), null, null);
        }
        String words = dialect.bodies().words(answer.body());
        return words == null ? told : told.withWords(CleanText.of(words, secrets(token)));
    }

    /** The SDK's own code failed on an answer. Of a payment, nothing is known then either. */
    Decision<A> ofDefect(Throwable defect) {
        return new Decision.Failure<>(
                unknownOr(new NoAnswerException(incident(), described(defect)), incident()), false);
    }

    // The message of a defect may quote the answer, so only its class and its place are told.
    private static Throwable described(Throwable defect) {
        Throwable told = new IllegalStateException(
                "a defect of the SDK: " + defect.getClass().getName());
        told.setStackTrace(defect.getStackTrace());
        return told;
    }

    private Decision<A> decode(JsonObject json, Answer answer) {
        try {
            RecordAdapter<A> adapter = operation.answerAdapter();
            return new Decision.Done<>(new Accepted<>(adapter.of(json), adapter.underOwnNames(json)));
        } catch (RuntimeException unexpected) {
            Incident incident = incident(answer);
            MpesaException error = new NoAnswerException(incident, described(unexpected));
            return new Decision.Failure<>(unknownOr(error, incident), false);
        }
    }

    private Decision<A> ofCode(Reading.Coded coded, Answer answer, Incident incident, int sendsBefore) {
        Code code = coded.code();
        boolean isTransient =
                code.kind() == CodeKind.THROTTLED || code.kind() == CodeKind.GATEWAY || answer.status() >= 500;
        if (code.kind() == CodeKind.PENDING && operation.effect() != Effect.MONEY) {
            return new Decision.Failure<>(new StillPendingException(incident), false);
        }
        boolean isContradicted = wasOvertaken() || isDuplicateOfItself(code, sendsBefore);
        if (code.isFinal() && code.kind() == CodeKind.TOKEN) {
            boolean isDoubtful = operation.effect() == Effect.MONEY && !(coded.isProven() && coded.isBare());
            return isContradicted || isDoubtful
                    ? new Decision.TokenRejected<>(new UnknownOutcomeException(incident, null), false)
                    : new Decision.TokenRejected<>(new RefusedException(incident), true);
        }
        // A word of success that the success rule does not list is no refusal, whatever else it is.
        if (code.isFinal() && code.kind() != CodeKind.SUCCESS && !isContradicted) {
            return new Decision.Failure<>(new RefusedException(incident), code.kind() == CodeKind.THROTTLED);
        }
        return new Decision.Failure<>(unknownOr(new NoAnswerException(incident, null), incident), isTransient);
    }

    /** Whether a callback of this payment proves that the gateway did something, whatever its answer says. */
    boolean wasOvertaken() {
        return operation.effect() == Effect.MONEY && callbackHeard.getAsBoolean();
    }

    // After a second send, a duplicate says that the first one was not without effect after all.
    private boolean isDuplicateOfItself(Code code, int sendsBefore) {
        return operation.effect() == Effect.MONEY && sendsBefore > 0 && code.kind() == CodeKind.DUPLICATE;
    }

    /** A payment that a callback has overtaken: it must not be sent again. */
    MpesaException overtaken() {
        return new UnknownOutcomeException(
                incident().withTrouble("A callback arrived while its answer said that nothing was done."), null);
    }

    /** A payment that was not sent in time, so that another process has closed it. */
    MpesaException givenUp() {
        return new NotJournaledException(
                incident(), "It took so long to send it that another process closed it: nothing was sent.", null);
    }

    private Decision<A> ofUnusable(Reading.Unusable unusable, Answer answer, Incident incident) {
        // A refusal stays one when it is asked for again, whatever it contradicts.
        boolean isRefusal = unusable.error() != null && !unusable.isUntied();
        boolean isTransient = (answer.isSuccessful() && !isRefusal)
                || answer.status() >= 500
                || answer.status() == 408
                || answer.status() == 429;
        Code code = unusable.code();
        Set<Decision.Doubt> doubts = EnumSet.of(Decision.Doubt.CONNECTION);
        if (unusable.isUntied()) {
            doubts.add(Decision.Doubt.SHARING);
        }
        if (unusable.error() != null && speaksOfToken(unusable.error(), answer)) {
            doubts.add(Decision.Doubt.TOKEN);
        }
        MpesaException error = code != null && code.isFinal()
                ? new RefusedException(incident)
                : unknownOr(new NoAnswerException(incident, null), incident);
        return new Decision.Failure<>(error, isTransient, doubts);
    }

    private boolean speaksOfToken(GatewayError error, Answer answer) {
        return dialect.catalogue()
                        .error(operation.id(), answer.status(), error.code(), error.message())
                        .kind()
                == CodeKind.TOKEN;
    }

    /** The answer never came, or not whole. */
    Decision<A> ofLoss(IOException loss, boolean mayHaveArrived) {
        Incident incident = incident();
        if (!mayHaveArrived) {
            return new Decision.Failure<>(notConnected(loss), true);
        }
        // OkHttp quotes what it takes for a broken status line, which may be a whole answer.
        IOException cause = loss instanceof ProtocolException ? new ProtocolException("not a whole HTTP answer") : loss;
        Incident told = incident.withTrouble(described(loss));
        return new Decision.Failure<>(unknownOr(new NoAnswerException(told, cause), told), true);
    }

    private String described(IOException loss) {
        if (loss instanceof ProtocolException) {
            return "What came from " + requests.target() + " is no whole HTTP answer.";
        }
        if (loss instanceof InterruptedIOException) {
            return Thread.currentThread().isInterrupted()
                    ? "The thread was interrupted while it waited for " + requests.target() + "."
                    : "No answer came from " + requests.target() + " in time.";
        }
        return "The connection to " + requests.target() + " ended before a whole answer had come.";
    }

    /** Nothing was sent. */
    MpesaException notConnected(Throwable cause) {
        return new NotConnectedException(incident(), requests.target(), cause);
    }

    private MpesaException unknownOr(MpesaException harmless, Incident incident) {
        return operation.effect() == Effect.MONEY
                ? new UnknownOutcomeException(incident, harmless.getCause())
                : harmless;
    }

    private Incident incident(Answer answer) {
        return incident().withAnswer(answer.status(), dialect.bodies().keepable(operation, answer.body()));
    }

    private Incident incident() {
        Incident incident = Incident.of(dialect.market(), operation.id()).withReference(requests.reference());
        return operation.query().isPresent() ? incident : incident.withoutStatusCall();
    }

    // A code that the catalogue does not know is the gateway's own text: repeated only if it looks like a code.
    private static Code presentable(Code code, List<String> secrets) {
        boolean harmless = code.isKnown()
                || (CODE.matcher(code.value()).matches()
                        && CleanText.oneLine(code.value(), secrets).equals(code.value()));
        return harmless ? code : Code.unknown(Masked.MASK);
    }

    private List<String> secrets(@Nullable String token) {
        List<String> secrets = new ArrayList<>(requests.hiddenTexts());
        if (token != null) {
            secrets.add(token);
        }
        return secrets;
    }
}
