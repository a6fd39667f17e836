package io.github.mpesasdk.runtime;

/** What sending an operation does; the spec's {@code x-effect}. It decides whether a second send is ever allowed. */
public enum Effect {
    /** Moves money, or asks somebody to. Sent at most once; a lost answer is an unknown outcome. */
    MONEY(false, "never re-sent; a lost answer is an unknown outcome"),
    /** Only asks. Repeated with back-off when the answer is lost or the gateway is busy. */
    QUERY(true, "repeated with back-off when no usable answer came"),
    /** Changes settings at the gateway. Not repeated: the caller sees the error and decides. */
    SETUP(false, "not repeated"),
    /** Obtains a token or a session. Moves nothing, so it is repeated like a query. */
    SESSION(true, "repeated with back-off when no usable answer came");

    private final boolean repeatable;
    private final String retryRule;

    Effect(boolean repeatable, String retryRule) {
        this.repeatable = repeatable;
        this.retryRule = retryRule;
    }

    /** Whether the SDK itself may send the same request again when no usable answer came. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** The retry rule in words, for people. */
    public String retryRule() {
        return retryRule;
    }
}
