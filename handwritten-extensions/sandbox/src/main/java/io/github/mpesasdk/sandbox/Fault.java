package io.github.mpesasdk.sandbox;

/**
 * A way to misbehave, asked for through {@link Faults}.
 *
 * <p>Each fault strikes at one of three moments. {@link Moment#INSTEAD} faults answer without processing the request:
 * no money moves and nothing is remembered. {@link Moment#AFTER} faults process the request and then spoil the answer:
 * the money may have moved although the client cannot know. {@link Moment#CALLBACK} faults spoil the callback and leave
 * the answer alone; they mean nothing to an operation that has no callback.
 */
public enum Fault {
    /** The connection is closed before the request is processed. Nothing is answered. */
    DROP_BEFORE_PROCESSING(Moment.INSTEAD),
    /** The firewall's HTML page with status 503. */
    HTML_503(Moment.INSTEAD),
    /** Status 400 with an empty body, as for a wrong consumer key. */
    EMPTY_400(Moment.INSTEAD),
    /** Status 200 around the market's error envelope. */
    REFUSED_IN_200(Moment.INSTEAD),
    /** Status 200 and the shape of an acceptance, but with a response code that refuses. */
    REFUSED_BY_RESPONSE_CODE(Moment.INSTEAD),
    /** The market's answer to a bad token, session or key, although it is good. */
    TOKEN_REJECTED(Moment.INSTEAD),
    /** The rate limit, as an error envelope. Where the market has none: overloaded, not finished in time, broken. */
    SPIKE_ARREST(Moment.INSTEAD),
    /** "System is busy", which shares its answer with the rate limit. */
    SYSTEM_BUSY(Moment.INSTEAD),
    /** Status 429 with {@code Retry-After: 1}. */
    TOO_MANY_REQUESTS(Moment.INSTEAD),

    /** The connection is closed after the request was processed. Nothing is answered. */
    DROP_CONNECTION(Moment.AFTER),
    /** The connection is reset (TCP RST) after the request was processed. */
    RESET_CONNECTION(Moment.AFTER),
    /**
     * Processed, then answered with an internal error in the market's envelope: status 500, but 400 in the OpenAPI,
     * which documents INS-1 so; a SOAP fault in the DRC's SOAP gateway.
     */
    SERVER_ERROR_500_ENVELOPE(Moment.AFTER),
    /** Processed, then the connection ends in the middle of the promised body. */
    TRUNCATED_BODY(Moment.AFTER),
    /** Processed, then a complete HTTP answer holds only the first half of the JSON or XML. */
    UNREADABLE_BODY(Moment.AFTER),
    /** Processed at once, answered only after {@link Sandbox.Builder#slowness}. */
    SLOW(Moment.AFTER),

    /** The callback is never sent. The payment itself proceeds. */
    LOST_CALLBACK(Moment.CALLBACK),
    /** The callback is sent twice, with the same body. */
    DUPLICATE_CALLBACK(Moment.CALLBACK),
    /** The callback arrives before the acknowledgement. */
    EARLY_CALLBACK(Moment.CALLBACK),
    /** The payment proceeds on time, its callback is sent later by {@link Sandbox.Builder#lateness}. */
    LATE_CALLBACK(Moment.CALLBACK),
    /**
     * The timeout notice goes to the timeout address and no result is sent; outside Kenya a callback with INS-9 takes
     * its place, or with the unknown code -1 in the DRC's SOAP gateway. The payment is made all the same, which is why
     * such a notice must be read as "unknown" and never as "failed".
     */
    QUEUE_TIMEOUT(Moment.CALLBACK);

    /** When a fault strikes. */
    public enum Moment {
        /** In place of processing. */
        INSTEAD,
        /** After processing, on the answer. */
        AFTER,
        /** After processing, on the callback. */
        CALLBACK
    }

    private final Moment moment;

    Fault(Moment moment) {
        this.moment = moment;
    }

    /** When this fault strikes. */
    public Moment moment() {
        return moment;
    }
}
