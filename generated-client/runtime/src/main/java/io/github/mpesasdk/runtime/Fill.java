package io.github.mpesasdk.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What the client puts into a request field that its caller left out; the spec's {@code x-client}. Exactly one of the
 * three says where the value comes from.
 *
 * @param field the wire name
 * @param source the name of something that the client knows or computes
 * @param value a constant
 * @param other another field of the request, whose value it repeats
 */
public record Fill(
        String field,
        @Nullable String source,
        @Nullable String value,
        @Nullable String other) {

    /** From something that the client knows or computes. */
    public static Fill from(String field, String source) {
        return new Fill(field, source, null, null);
    }

    /** A constant. */
    public static Fill value(String field, String value) {
        return new Fill(field, null, value, null);
    }

    /** What another field of the request has. */
    public static Fill sameAs(String field, String other) {
        return new Fill(field, null, null, other);
    }
}
