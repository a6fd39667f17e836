package io.github.mpesasdk.kenya;

import io.github.mpesasdk.runtime.Masked;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A party as results print it: {@code 254708374149 - JOHN DOE}. {@code toString} hides it.
 *
 * @param id MSISDN or short code; empty where the text has another form
 * @param name the name, or the whole text
 */
public record Party(String id, String name) {

    // The dash may be an en dash, and the space before it may be missing.
    private static final Pattern ID_AND_NAME = Pattern.compile("^\\s*(\\S*?)\\s*[-\u2013\u2014]\\s+(.*)$");

    static Party parse(String text) {
        Matcher matcher = ID_AND_NAME.matcher(text);
        return matcher.matches() ? new Party(matcher.group(1), matcher.group(2).trim()) : new Party("", text.trim());
    }

    @Override
    public String toString() {
        return Masked.of("Party").hide("id", id).hide("name", name).toString();
    }
}
