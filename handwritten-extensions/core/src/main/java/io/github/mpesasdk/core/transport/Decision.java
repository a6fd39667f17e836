package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.EnumSet;
import java.util.Set;

/** What to do after one send. */
sealed interface Decision<A extends WireRecord> {

    /** What an answer makes doubtful beyond its own call. */
    enum Doubt {
        /** More of what was unusable may be waiting in the connection. */
        CONNECTION,
        /** It may belong to another request, so connections to this gateway must carry one request each. */
        SHARING,
        /** The token may be bad, though this answer does not prove it. */
        TOKEN
    }

    /** The call is over, well. */
    record Done<A extends WireRecord>(Accepted<A> accepted) implements Decision<A> {}

    /** The call is over, unless it is a question and may be repeated. */
    record Failure<A extends WireRecord>(MpesaException error, boolean transientTrouble, Set<Doubt> doubts)
            implements Decision<A> {

        Failure(MpesaException error, boolean transientTrouble) {
            this(error, transientTrouble, EnumSet.noneOf(Doubt.class));
        }
    }

    /**
     * The gateway rejected the token and did nothing.
     *
     * @param mayRepeat whether the call may be made once more, with another token
     */
    record TokenRejected<A extends WireRecord>(MpesaException otherwise, boolean mayRepeat) implements Decision<A> {}
}
