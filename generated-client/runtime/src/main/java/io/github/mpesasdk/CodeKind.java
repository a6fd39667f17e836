package io.github.mpesasdk;

import java.util.Locale;

/** What sort of thing a gateway code reports; the {@code kind} of {@code codes.yaml}. */
public enum CodeKind {
    /** It worked. */
    SUCCESS,
    /** Not finished yet; ask again later. */
    PENDING,
    /** The customer's doing or state: cancelled, wrong PIN, too little money. */
    CUSTOMER,
    /** The request is wrong. */
    CALLER,
    /** Credentials, product, role or short code are not set up for this. */
    CONFIGURATION,
    /** The access token is bad, and therefore nothing was done. */
    TOKEN,
    /** Too many requests. */
    THROTTLED,
    /** The gateway's own trouble. */
    GATEWAY,
    /** The same reference was seen before. */
    DUPLICATE,
    /** The catalogue does not know the code. */
    UNKNOWN;

    /** The constant that a catalogue writes in small letters. */
    public static CodeKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
