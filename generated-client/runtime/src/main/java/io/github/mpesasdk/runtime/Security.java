package io.github.mpesasdk.runtime;

/** How a request proves who sends it; the spec's {@code security}. */
public enum Security {
    /** Nothing is added. */
    NONE,
    /** {@code Authorization: Basic}, from the credentials of the app. */
    BASIC,
    /** {@code Authorization: Bearer}, from a token or session that the SDK keeps. */
    BEARER,
    /** From a token or session that the SDK keeps, written into the body itself. */
    IN_BODY
}
