package io.github.mpesasdk.sandbox;

/**
 * A way to misbehave, asked for through {@link Faults}.
 *
 * <p>Each fault strikes at one of three moments. {@link Moment#INSTEAD} faults answer without processing the request:
 * no money moves and nothing is remembered. {@link Moment#AFTER} faults process the request and then spoil the answer:
 * the money may have moved although the client cannot know. {@link Moment#CALLBACK} faults spoil the callback and leave
 * the answer alone; they mean nothing to an operation that has no callback.
 *
 * <p>What each does, {@link #says()} has.
 */
public enum Fault {
    DROP_BEFORE_PROCESSING(Moment.INSTEAD, "The connection is closed before anything happens; nothing is answered."),
    HTML_503(Moment.INSTEAD, "The firewall's HTML page with status 503; nothing happens."),
    TEXT_503(Moment.INSTEAD, "The firewall's words without a page, with status 503; nothing happens."),
    HTML_403(Moment.INSTEAD, "The firewall's HTML page with status 403; nothing happens."),
    EMPTY_400(Moment.INSTEAD, "Status 400 without a body, as for a wrong consumer key."),
    REFUSED_IN_200(Moment.INSTEAD, "Status 200 around the error envelope of the market."),
    /** A login in the DRC is answered {@code Invalid Credentials}. */
    REFUSED_BY_RESPONSE_CODE(
            Moment.INSTEAD,
            "Status 200 in the shape of an acceptance, with a code that refuses: ResponseCode 1, or INS-6."),
    TOKEN_REJECTED(Moment.INSTEAD, "The answer to a bad token, session or key, although it is good."),
    /** INS-13 from Vodacom's JSON gateways, and in the DRC's SOAP gateway a session that is over. */
    WRONG_CREDENTIALS(
            Moment.INSTEAD,
            "A wrong password, of a merchant at once, of an initiator in the result; elsewhere a wrong short code."),
    MISSING_PRODUCT(Moment.INSTEAD, "What an app without the product is told, which looks like a bad token."),
    APIGEE_FAULT(Moment.INSTEAD, "The envelope of Apigee, which cannot read its store; outside Kenya an empty 500."),
    NOT_DEPLOYED_404(
            Moment.INSTEAD,
            "The envelope of Apigee with status 404, because nothing is there; outside Kenya an empty 500."),
    SOAP_FAULT_IN_JSON(
            Moment.INSTEAD,
            "A SOAP fault written in JSON, of a service behind the gateway; outside Kenya an empty 500."),
    /** INS-16 in Mozambique, INS-9 in the OpenAPI, and in the DRC the SOAP fault that {@code soapFault} says. */
    SPIKE_ARREST(
            Moment.INSTEAD,
            "The rate limit in an error envelope, 500.003.02 in Kenya; elsewhere the gateway is overloaded."),
    SYSTEM_BUSY(Moment.INSTEAD, "The gateway has too much to do, and says so in the form of the rate limit."),
    TOO_MANY_REQUESTS(Moment.INSTEAD, "Status 429 with Retry-After: 1."),

    DROP_CONNECTION(Moment.AFTER, "It happens, and the connection is closed without an answer."),
    RESET_CONNECTION(Moment.AFTER, "It happens, and the connection is reset without an answer."),
    /** 500.003.1001 in Kenya, a SOAP fault in the DRC, elsewhere INS-1, which the OpenAPI documents with status 400. */
    SERVER_ERROR_500_ENVELOPE(
            Moment.AFTER, "It happens, and the answer is an internal error in the envelope of the market."),
    GATEWAY_TIMEOUT_504(
            Moment.AFTER,
            "It happens, and the answer is status 504: with the envelope of Apigee in Kenya, elsewhere empty."),
    /** With {@link #EARLY_CALLBACK} it was called back before. */
    DONE_BUT_TOKEN_REJECTED(Moment.AFTER, "It happens, and the answer is that the token is bad."),
    ACCEPTED_AND_REFUSED(Moment.AFTER, "It happens, and one answer both accepts and refuses."),
    ACCEPTED_AND_TOKEN_REJECTED(
            Moment.AFTER, "It happens, and one answer both accepts and says that the token is bad."),
    KEY_TWICE(Moment.AFTER, "It happens, and the answer has fields twice: first they accept, then they refuse."),
    OTHER_ID(Moment.AFTER, "It happens, and the ids in the answer that repeat those of the request are others."),
    /** Both are in one segment, so the second is there before the next request. */
    TWO_ANSWERS(Moment.AFTER, "It happens, and the answer comes twice on the same connection."),
    STRAY_LINE_BREAK(Moment.AFTER, "It happens, and a line break follows the answer."),
    CLOSED_WHILE_IDLE(
            Moment.AFTER, "It happens, and the connection is closed 50 ms after the answer, without warning."),
    TRUNCATED_BODY(Moment.AFTER, "It happens, and the connection ends in the middle of the answer."),
    UNREADABLE_BODY(Moment.AFTER, "It happens, and the answer is half a JSON or XML document."),
    /** How late, {@link SandboxBuilder#slowness} says. */
    SLOW(Moment.AFTER, "It happens, and the right answer comes too late."),

    LOST_CALLBACK(Moment.CALLBACK, "The payment goes on, and no callback comes."),
    DUPLICATE_CALLBACK(Moment.CALLBACK, "The callback comes twice, byte for byte."),
    TRIPLE_CALLBACK(Moment.CALLBACK, "The callback comes three times, byte for byte."),
    CALLBACK_OF_ANOTHER(Moment.CALLBACK, "The callback comes to the right address with the ids of another payment."),
    CALLBACK_WITH_OTHER_AMOUNT(
            Moment.CALLBACK, "The callback comes to the right address with another amount, where it has one."),
    /**
     * The code is 4999, 17 in results, INS-1, or -1 in the DRC. With {@link #LOST_CALLBACK} it is the only callback.
     */
    UNSETTLING_CALLBACK_FIRST(
            Moment.CALLBACK, "A callback with a code that settles nothing comes before the right one."),
    /**
     * The code is 4242. With {@link #LOST_CALLBACK} it is the only callback; beside {@link #UNSETTLING_CALLBACK_FIRST}
     * it does nothing.
     */
    UNKNOWN_CALLBACK_FIRST(Moment.CALLBACK, "A callback with a code that nobody knows comes before the right one."),
    EARLY_CALLBACK(Moment.CALLBACK, "The callback comes before the answer."),
    /** How late, {@link SandboxBuilder#lateness} says. */
    LATE_CALLBACK(Moment.CALLBACK, "The payment is made on time, and the callback comes long after it."),
    /**
     * Outside Kenya a callback takes its place, with INS-9, or -1 in the DRC. Such a notice means that the outcome is
     * unknown, never that the payment failed.
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
