package io.github.mpesasdk.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of an answer or a callback repeat what was sent or acknowledged; the spec's {@code x-repeats}. Where one
 * of them is there and differs, the message belongs to another request.
 *
 * @param answer answer field to the request field that it repeats
 * @param inRefusals whether refusals repeat those fields as well
 * @param callback what callbacks repeat
 */
public record Repeats(Map<String, String> answer, boolean inRefusals, List<Repeat> callback) {

    /** Nothing is repeated. */
    public static final Repeats NONE = new Repeats(Map.of(), false, List.of());

    public Repeats {
        answer = Map.copyOf(answer);
        callback = List.copyOf(callback);
    }

    /** Adds an answer field that repeats a request field. */
    Repeats inAnswer(String field, String requestField) {
        Map<String, String> more = new HashMap<>(answer);
        more.put(field, requestField);
        return new Repeats(more, inRefusals, callback);
    }

    /** Refusals repeat what answers repeat. */
    Repeats inRefusalsToo() {
        return new Repeats(answer, true, callback);
    }

    /** Adds what callbacks repeat. */
    Repeats inCallback(Repeat repeat) {
        List<Repeat> more = new ArrayList<>(callback);
        more.add(repeat);
        return new Repeats(answer, inRefusals, more);
    }
}
