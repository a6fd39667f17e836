package io.github.mpesasdk.runtime;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A phone number that was sent and comes back in another writing: 254,708,374,149 or 0708-374-149. */
final class SentNumber {

    // The subscriber's part, without a country or a zero before it.
    private static final int COMPARED = 9;
    private static final int SHORTEST = 8;
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{" + SHORTEST + ",15}");
    // As in 708&nbsp;374; more between two digits are two numbers.
    private static final String BETWEEN = "[^0-9]{0,6}";

    private SentNumber() {}

    /** The text with a mask for the number, however its digits are parted; as it is, if what was sent is no number. */
    static String masked(String text, String sent) {
        if (!DIGITS.matcher(sent).matches()) {
            return text;
        }
        String compared = sent.substring(Math.max(0, sent.length() - COMPARED));
        String anyWriting = compared.chars().mapToObj(Character::toString).collect(Collectors.joining(BETWEEN));
        return Pattern.compile(anyWriting).matcher(text).replaceAll(Masked.MASK);
    }
}
