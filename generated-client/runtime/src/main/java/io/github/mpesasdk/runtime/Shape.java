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
 * @param any fields of which one is there, if any are named
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
        kinds = List.copyOf(kinds);
    }
}
