package io.github.mpesasdk;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The one family of errors. The class says what is known about the money:
 *
 * <ul>
 *   <li>{@link InvalidInputException}, {@link NotConnectedException}, {@link NotJournaledException}: nothing was sent;
 *   <li>{@link RefusedException}: the gateway refused, and this request moved nothing;
 *   <li>{@link UnknownOutcomeException}: it may have moved; ask with the reference, never send again;
 *   <li>{@link NoAnswerException}: a request that moves nothing got no usable answer;
 *   <li>{@link StillPendingException}: a question came too early;
 *   <li>{@link UnreadableBodyException}: a callback body is no body of this market.
 * </ul>
 *
 * Messages never contain secrets, phone numbers or bodies.
 */
public abstract sealed class MpesaException extends RuntimeException
        permits InvalidInputException,
                NotConnectedException,
                NotJournaledException,
                RefusedException,
                UnknownOutcomeException,
                NoAnswerException,
                StillPendingException,
                UnreadableBodyException {

    private static final long serialVersionUID = 1L;

    private final transient Incident incident;

    MpesaException(String message, Incident incident, @Nullable Throwable cause) {
        super(message, cause);
        this.incident = incident;
    }

    /** Everything known about the call. */
    public final Incident incident() {
        return incident;
    }

    /** The market, for example {@code kenya}; empty where no call was under way. */
    public final String market() {
        return incident.market();
    }

    /** The operation id, for example {@code stkPush}; empty where no call was under way. */
    public final String operation() {
        return incident.operation();
    }

    /** The HTTP status, if an answer came. */
    public final OptionalInt httpStatus() {
        return incident.httpStatus();
    }

    /** The catalogue entry of the gateway's code: meaning and advice. */
    public final Optional<Code> code() {
        return incident.code();
    }

    /** The gateway's own words, cleaned of tokens, phone numbers and line breaks. */
    public final Optional<String> words() {
        return incident.words();
    }

    /** The id by which the gateway's support finds the request. */
    public final Optional<String> requestId() {
        return incident.requestId();
    }

    /** The answer as it came. May hold secrets and personal data: do not log it. */
    public final Optional<String> rawBody() {
        return incident.rawBody();
    }

    // The raw body would travel with it, to disk or over the network, unmasked.
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }
}
