package io.github.mpesasdk.runtime;

import java.util.List;

/**
 * How bodies of one schema are told from all others; a row of the spec's {@code x-bodies}.
 *
 * @param as what a body of it is in the conversation
 * @param posted the schema of the whole body
 * @param adapter reads the object that counts
 * @param within the path of objects to it; empty where it is the whole body
 * @param all fields that are all there
 * @param any fields of which one is there, spelt like this, if any are named
 * @param none fields of which none is there, spelt like this
 * @param http the HTTP status that it comes with, for codes that need one; 0 where it does not matter
 * @param kinds what it can be; the first that fits
 * @param <T> what the adapter reads
 */
public record Shape<T>(
        As as,
        String posted,
        RecordAdapter<? extends T> adapter,
        List<String> within,
        List<String> all,
        List<String> any,
        List<String> none,
        int http,
        List<Kind> kinds) {

    /** The part that a body has in the conversation. */
    public enum As {
        /** Posted by the gateway, on its own account. */
        CALLBACK,
        /** What was asked for: the state of something, or the outcome itself. */
        ANSWER,
        /** Only says that a request was accepted or turned down. */
        ACKNOWLEDGEMENT,
        /** An error in a form of its own. */
        ERROR,
        /** The form of an answer, with a code that is no acceptance. */
        REFUSAL,
        /** What the receiver of a callback answers. */
        REPLY
    }

    public Shape {
        within = List.copyOf(within);
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
        kinds = List.copyOf(kinds);
    }

    /** The body that the gateway posts, told by its kinds alone until more is said. */
    public static <T extends WireRecord> Shape<T> callback(String posted, RecordAdapter<T> adapter) {
        return of(As.CALLBACK, posted, adapter);
    }

    /** What was asked for. */
    public static <T extends WireRecord> Shape<T> answer(String schema, RecordAdapter<T> adapter) {
        return of(As.ANSWER, schema, adapter);
    }

    /** A request was accepted or turned down. */
    public static <T extends WireRecord> Shape<T> acknowledgement(String schema, RecordAdapter<T> adapter) {
        return of(As.ACKNOWLEDGEMENT, schema, adapter);
    }

    /** An error in a form of its own. */
    public static <T extends WireRecord> Shape<T> error(String schema, RecordAdapter<T> adapter) {
        return of(As.ERROR, schema, adapter);
    }

    /** The form of an answer, with a code that is no acceptance. */
    public static <T extends WireRecord> Shape<T> refusal(String schema, RecordAdapter<T> adapter) {
        return of(As.REFUSAL, schema, adapter);
    }

    /** What the receiver of a callback answers. */
    public static <T extends WireRecord> Shape<T> reply(String schema, RecordAdapter<T> adapter) {
        return of(As.REPLY, schema, adapter);
    }

    private static <T extends WireRecord> Shape<T> of(As as, String posted, RecordAdapter<T> adapter) {
        return new Shape<>(as, posted, adapter, List.of(), List.of(), List.of(), List.of(), 0, List.of());
    }

    /** The object that counts is at the end of this path. */
    public Shape<T> within(String... path) {
        return new Shape<>(as, posted, adapter, List.of(path), all, any, none, http, kinds);
    }

    /** All of these fields are there. */
    public Shape<T> all(String... fields) {
        return new Shape<>(as, posted, adapter, within, List.of(fields), any, none, http, kinds);
    }

    /** One of these fields is there. */
    public Shape<T> any(String... fields) {
        return new Shape<>(as, posted, adapter, within, all, List.of(fields), none, http, kinds);
    }

    /** None of these fields is there. */
    public Shape<T> none(String... fields) {
        return new Shape<>(as, posted, adapter, within, all, any, List.of(fields), http, kinds);
    }

    /** It comes with this HTTP status. */
    public Shape<T> http(int status) {
        return new Shape<>(as, posted, adapter, within, all, any, none, status, kinds);
    }

    /** It can be one of these; the first that fits. */
    public Shape<T> kinds(Kind... inOrder) {
        return new Shape<>(as, posted, adapter, within, all, any, none, http, List.of(inOrder));
    }
}
