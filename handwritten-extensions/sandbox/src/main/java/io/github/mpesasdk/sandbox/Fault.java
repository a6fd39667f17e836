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
    DROP_BEFORE_PROCESSING(Moment.INSTEAD, "The connection is closed before anything happens; nothing is answered."),
    /** The firewall's HTML page with status 503. */
    HTML_503(Moment.INSTEAD, "The firewall's HTML page with status 503; nothing happens."),
    /** The firewall's words with status 503, without a page around them. */
    TEXT_503(Moment.INSTEAD, "The firewall's words without a page, with status 503; nothing happens."),
    /** The firewall's HTML page with status 403. */
    HTML_403(Moment.INSTEAD, "The firewall's HTML page with status 403; nothing happens."),
    /** Status 400 with an empty body, as for a wrong consumer key. */
    EMPTY_400(Moment.INSTEAD, "Status 400 without a body, as for a wrong consumer key."),
    /** Status 200 around the market's error envelope. */
    REFUSED_IN_200(Moment.INSTEAD, "Status 200 around the error envelope of the market."),
    /** Status 200 and the shape of an acceptance, but with a response code that refuses. */
    REFUSED_BY_RESPONSE_CODE(
            Moment.INSTEAD, "Status 200 in the shape of an acceptance, with a response code that refuses."),
    /** The market's answer to a bad token, session or key, although it is good. */
    TOKEN_REJECTED(Moment.INSTEAD, "The answer to a bad token, session or key, although it is good."),
    /**
     * Who asks is refused. In Kenya it is the password: of a merchant at once, of an initiator in the result. Elsewhere
     * it is the short code, or in the DRC's SOAP gateway the session.
     */
    WRONG_CREDENTIALS(
            Moment.INSTEAD,
            "A wrong password, of a merchant at once, of an initiator in the result; elsewhere a wrong short code."),
    /** The app lacks the product: Kenya's answer to a bad token that names no token; elsewhere that answer itself. */
    MISSING_PRODUCT(Moment.INSTEAD, "What an app without the product is told, which looks like a bad token."),
    /** Apigee's own envelope, because it cannot read its store; outside Kenya an empty 500. */
    APIGEE_FAULT(Moment.INSTEAD, "The envelope of Apigee, which cannot read its store; outside Kenya an empty 500."),
    /** Apigee's own envelope with status 404, because nothing is deployed at the path; outside Kenya an empty 500. */
    NOT_DEPLOYED_404(
            Moment.INSTEAD,
            "The envelope of Apigee with status 404, because nothing is there; outside Kenya an empty 500."),
    /** A SOAP fault written in JSON; outside Kenya an empty 500. */
    SOAP_FAULT_IN_JSON(
            Moment.INSTEAD,
            "A SOAP fault written in JSON, of a service behind the gateway; outside Kenya an empty 500."),
    /** The rate limit, as an error envelope. Where the market has none: overloaded, not finished in time, broken. */
    SPIKE_ARREST(Moment.INSTEAD, "The rate limit in an error envelope; elsewhere the gateway is overloaded."),
    /** "System is busy", which shares its answer with the rate limit. */
    SYSTEM_BUSY(Moment.INSTEAD, "The gateway has too much to do, and says so in the form of the rate limit."),
    /** Status 429 with {@code Retry-After: 1}. */
    TOO_MANY_REQUESTS(Moment.INSTEAD, "Status 429 with Retry-After: 1."),

    /** The connection is closed after the request was processed. Nothing is answered. */
    DROP_CONNECTION(Moment.AFTER, "It happens, and the connection is closed without an answer."),
    /** The connection is reset (TCP RST) after the request was processed. */
    RESET_CONNECTION(Moment.AFTER, "It happens, and the connection is reset without an answer."),
    /**
     * Processed, then answered with an internal error in the market's envelope: status 500, but 400 in the OpenAPI,
     * which documents INS-1 so; a SOAP fault in the DRC's SOAP gateway.
     */
    SERVER_ERROR_500_ENVELOPE(Moment.AFTER, "It happens, and the answer is an internal error."),
    /** Processed, then Apigee's envelope with status 504; an empty 504 outside Kenya. */
    GATEWAY_TIMEOUT_504(Moment.AFTER, "It happens, and the answer is status 504."),
    /** Processed, then the market's answer to a bad token. With {@link #EARLY_CALLBACK} it was even called back. */
    DONE_BUT_TOKEN_REJECTED(Moment.AFTER, "It happens, and the answer is that the token is bad."),
    /** Processed, then the right answer with the fields of a final refusal beside it. */
    ACCEPTED_AND_REFUSED(Moment.AFTER, "It happens, and one answer both accepts and refuses."),
    /** Processed, then the right answer with the market's answer to a bad token beside it. */
    ACCEPTED_AND_TOKEN_REJECTED(
            Moment.AFTER, "It happens, and one answer both accepts and says that the token is bad."),
    /** Processed, then fields come twice: first as they are right, then as they refuse. */
    KEY_TWICE(Moment.AFTER, "It happens, and the answer has fields twice: first they accept, then they refuse."),
    /** Processed, then an answer in which every id that repeats one of the request is another. */
    OTHER_ID(Moment.AFTER, "It happens, and the ids in the answer that repeat those of the request are others."),
    /** Processed; the right answer, and in the same segment the same once more, as a second HTTP response. */
    TWO_ANSWERS(Moment.AFTER, "It happens, and the answer comes twice on the same connection."),
    /** Processed; the right answer, and a line break behind its body. */
    STRAY_LINE_BREAK(Moment.AFTER, "It happens, and a line break follows the answer."),
    /** Processed; the right answer, and the connection is closed soon after, without warning. */
    CLOSED_WHILE_IDLE(
            Moment.AFTER, "It happens, and the connection is closed 50 ms after the answer, without warning."),
    /** Processed, then the connection ends in the middle of the promised body. */
    TRUNCATED_BODY(Moment.AFTER, "It happens, and the connection ends in the middle of the answer."),
    /** Processed, then a complete HTTP answer holds only the first half of the JSON or XML. */
    UNREADABLE_BODY(Moment.AFTER, "It happens, and the answer is half a JSON or XML document."),
    /** Processed at once, answered only after {@link SandboxBuilder#slowness}. */
    SLOW(Moment.AFTER, "It happens, and the right answer comes too late."),

    /** The callback is never sent. The payment itself proceeds. */
    LOST_CALLBACK(Moment.CALLBACK, "It happens, and no callback comes."),
    /** The callback is sent twice, with the same body. */
    DUPLICATE_CALLBACK(Moment.CALLBACK, "The callback comes twice, byte for byte."),
    /** The callback is sent three times, with the same body. */
    TRIPLE_CALLBACK(Moment.CALLBACK, "The callback comes three times, byte for byte."),
    /** The callback comes to the right address with the ids of another payment. */
    CALLBACK_OF_ANOTHER(Moment.CALLBACK, "The callback has the ids of another payment."),
    /** The callback comes to the right address with another amount, where it has one. */
    CALLBACK_WITH_OTHER_AMOUNT(Moment.CALLBACK, "The callback has another amount."),
    /** A callback whose code settles nothing comes before the callback. */
    UNSETTLING_CALLBACK_FIRST(Moment.CALLBACK, "A callback that settles nothing comes before the right one."),
    /**
     * A callback whose code nobody knows comes before the callback. With {@link #LOST_CALLBACK} it is the only one; so
     * it is with {@link #UNSETTLING_CALLBACK_FIRST}.
     */
    UNKNOWN_CALLBACK_FIRST(Moment.CALLBACK, "A callback with a code that nobody knows comes before the right one."),
    /** The callback arrives before the acknowledgement. */
    EARLY_CALLBACK(Moment.CALLBACK, "The callback comes before the answer."),
    /** The payment proceeds on time, its callback is sent later by {@link SandboxBuilder#lateness}. */
    LATE_CALLBACK(Moment.CALLBACK, "The callback comes long after the payment."),
    /**
     * The timeout notice goes to the timeout address and no result is sent; outside Kenya a callback with INS-9 takes
     * its place, or with the unknown code -1 in the DRC's SOAP gateway. The payment is made all the same, which is why
     * such a notice must be read as "unknown" and never as "failed".
     */
    QUEUE_TIMEOUT(Moment.CALLBACK, "A timeout notice comes in place of the result, although the payment is made.");

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
    private final String says;

    Fault(Moment moment, String says) {
        this.moment = moment;
        this.says = says;
    }

    /** When this fault strikes. */
    public Moment moment() {
        return moment;
    }

    /** What it does, in one sentence for people. */
    public String says() {
        return says;
    }
}
