package io.github.mpesasdk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One rule that an input breaks. Never quotes the value: it may be secret or personal.
 *
 * @param field the field, by the word that the caller used
 * @param wireName the field, by its name on the wire; the same as {@code field} where the caller has no other word
 * @param rule the rule in words
 * @param liftable whether the rule rests on documents alone, so that {@link Draft#liftDocumentedLimits} lifts it; a
 *     value that a gateway was seen to refuse is never let through
 */
public record Violation(String field, String wireName, String rule, boolean liftable) implements Serializable {

    private static final String OR = " or ";
    // Not in brackets: there it stands behind its word already.
    private static final Pattern NAME = Pattern.compile("(?<![(\\w])\\w+");

    /** A rule about something that has one name. */
    public Violation(String field, String rule) {
        this(field, field, rule);
    }

    /** A rule that stands whatever the caller says. */
    public Violation(String field, String wireName, String rule) {
        this(field, wireName, rule, false);
    }

    /** The same in the caller's words; where there is none, the name stays. */
    Violation inWordsOf(Map<String, String> wordByWireName) {
        // A rule about several fields names them all: PartyA or PhoneNumber.
        String words = Arrays.stream(wireName.split(OR, -1))
                .map(name -> wordByWireName.getOrDefault(name, name))
                .distinct()
                .collect(Collectors.joining(OR));
        String said = ruleInWordsOf(wordByWireName);
        return words.equals(wireName) && said.equals(rule) ? this : new Violation(words, wireName, said, liftable);
    }

    // A rule may compare with another field: must not be before StartDate.
    private String ruleInWordsOf(Map<String, String> wordByWireName) {
        return NAME.matcher(rule).replaceAll(name -> {
            String word = wordByWireName.getOrDefault(name.group(), name.group());
            return Matcher.quoteReplacement(word.equals(name.group()) ? word : word + " (" + name.group() + ")");
        });
    }

    @Override
    public String toString() {
        String name = field.equals(wireName) ? field : field + " (" + wireName + ")";
        return name + " " + rule;
    }
}
