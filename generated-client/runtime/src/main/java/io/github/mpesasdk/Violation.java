package io.github.mpesasdk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One rule that an input breaks. Never quotes the value: it may be secret or personal.
 *
 * @param field the field, by the word that the caller used
 * @param wireName the field, by its name on the wire; the same as {@code field} where the caller has no other word
 * @param rule the rule in words
 */
public record Violation(String field, String wireName, String rule) implements Serializable {

    private static final String OR = " or ";

    /** A rule about something that has one name. */
    public Violation(String field, String rule) {
        this(field, field, rule);
    }

    /** The same in the caller's words; where there is none, the name stays. */
    Violation inWordsOf(Map<String, String> wordByWireName) {
        // A rule about several fields names them all: PartyA or PhoneNumber.
        String words = Arrays.stream(wireName.split(OR, -1))
                .map(name -> wordByWireName.getOrDefault(name, name))
                .distinct()
                .collect(Collectors.joining(OR));
        return words.equals(wireName) ? this : new Violation(words, wireName, rule);
    }

    @Override
    public String toString() {
        String name = field.equals(wireName) ? field : field + " (" + wireName + ")";
        return name + " " + rule;
    }
}
