package io.github.mpesasdk.conformance.record;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last look at a recording: whether anything of the recorder's own is still in it. */
final class OwnValues {

    private final List<Pattern> patterns;

    OwnValues(RecorderSettings settings) {
        Stream<String> secrets = settings.setup().secrets().stream();
        Map<String, String> substitutes = settings.substitutes();
        // A value that is public too, such as the test number, gives nothing away.
        Stream<String> parties = substitutes.values().stream().filter(value -> !substitutes.containsKey(value));
        patterns = Stream.concat(secrets, parties).map(OwnValues::alone).toList();
    }

    /** The value, not in the middle of a longer word: a short code may occur in a time by chance. */
    private static Pattern alone(String value) {
        return Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(value) + "(?![0-9A-Za-z])");
    }

    /** Whether a text shows one of them. */
    boolean areIn(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
