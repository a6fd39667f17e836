package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Decoded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of body. All that is said of it must hold.
 *
 * @param name its name in the normal form
 * @param has names of which one holds something, at any depth and in lists of names too
 * @param is fields that have one of these values, in any case of letters
 * @param unless fields that hold something else than these values
 * @param mentions names whose text contains one of these parts, in any case of letters
 * @param unlike fields that hold something that matches none of these patterns as a whole
 * @param doubts fields that contradict a success if they have one of these values
 * @param signs fields that contradict a failure if they have one of these values
 * @param tells the operation that it speaks of; empty where it does not tell
 * @param means what it says where no code in it says otherwise; null where only a code can
 */
public record Kind(
        String name,
        List<String> has,
        Map<String, List<String>> is,
        Map<String, List<String>> unless,
        Map<String, List<String>> mentions,
        Map<String, List<String>> unlike,
        Map<String, List<String>> doubts,
        Map<String, List<String>> signs,
        String tells,
        Decoded.@Nullable State means) {

    /** A kind that every body of its shape is, until more is said. */
    public static Kind of(String name) {
        return new Kind(name, List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), "", null);
    }

    /** Whether every body of its shape is of this kind. */
    public boolean isAny() {
        return has.isEmpty() && is.isEmpty() && unless.isEmpty() && mentions.isEmpty() && unlike.isEmpty();
    }

    /** One of these names holds something. */
    public Kind has(String... names) {
        return new Kind(name, List.of(names), is, unless, mentions, unlike, doubts, signs, tells, means);
    }

    /** The field has one of these values. */
    public Kind is(String field, String... values) {
        return new Kind(name, has, and(is, field, values), unless, mentions, unlike, doubts, signs, tells, means);
    }

    /** The field holds something else than these values. */
    public Kind unless(String field, String... values) {
        return new Kind(name, has, is, and(unless, field, values), mentions, unlike, doubts, signs, tells, means);
    }

    /** The text under the name contains one of these parts. */
    public Kind mentions(String named, String... parts) {
        return new Kind(name, has, is, unless, and(mentions, named, parts), unlike, doubts, signs, tells, means);
    }

    /** The field holds something that matches none of these patterns. */
    public Kind unlike(String field, String... patterns) {
        return new Kind(name, has, is, unless, mentions, and(unlike, field, patterns), doubts, signs, tells, means);
    }

    /** A success beside one of these values is none. */
    public Kind doubts(String field, String... values) {
        return new Kind(name, has, is, unless, mentions, unlike, and(doubts, field, values), signs, tells, means);
    }

    /** A failure beside one of these values is none. */
    public Kind signs(String field, String... values) {
        return new Kind(name, has, is, unless, mentions, unlike, doubts, and(signs, field, values), tells, means);
    }

    /** It speaks of this operation. */
    public Kind tells(String operationId) {
        return new Kind(name, has, is, unless, mentions, unlike, doubts, signs, operationId, means);
    }

    /** It says this where no code says otherwise. */
    public Kind means(Decoded.State state) {
        return new Kind(name, has, is, unless, mentions, unlike, doubts, signs, tells, state);
    }

    private static Map<String, List<String>> and(Map<String, List<String>> map, String name, String... texts) {
        Map<String, List<String>> more = new LinkedHashMap<>(map);
        more.put(name, List.of(texts));
        return more;
    }
}
