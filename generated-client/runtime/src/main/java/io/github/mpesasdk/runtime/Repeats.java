package io.github.mpesasdk.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * Which fields of an answer or a callback repeat what was sent or acknowledged; the spec's {@code x-repeats}. Where one
 * of them is there and differs, the message belongs to another request.
 *
 * @param answer answer field to the request field that it repeats
 * @param inRefusals whether refusals repeat those fields as well
 * @param callback name in the callback, as its decoded form has it, to {@code request.Field} or {@code answer.Field}
 */
public record Repeats(Map<String, String> answer, boolean inRefusals, Map<String, String> callback) {

    /** Nothing is repeated. */
    public static final Repeats NONE = new Repeats(Map.of(), false, Map.of());

    public Repeats {
        answer = Map.copyOf(answer);
        callback = Map.copyOf(callback);
    }

    /** Adds an answer field that repeats a request field. */
    Repeats inAnswer(String field, String requestField) {
        return new Repeats(and(answer, field, requestField), inRefusals, callback);
    }

    /** Refusals repeat what answers repeat. */
    Repeats inRefusalsToo() {
        return new Repeats(answer, true, callback);
    }

    /** Adds a name in the callback that repeats {@code request.Field} or {@code answer.Field}. */
    Repeats inCallback(String name, String source) {
        return new Repeats(answer, inRefusals, and(callback, name, source));
    }

    private static Map<String, String> and(Map<String, String> map, String name, String source) {
        Map<String, String> more = new HashMap<>(map);
        more.put(name, source);
        return more;
    }
}
