package io.github.mpesasdk.drc;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a session from words: a login with a wrong password is answered like a good one, with words for a session. */
final class SessionId {

    // Known ones have 32 hexadecimal digits; nobody promised that they always will.
    private static final Pattern NO_BLANKS = Pattern.compile("[!-~]{8,}");

    private SessionId() {}

    static boolean isPlausible(String value) {
        return NO_BLANKS.matcher(value).matches()
                && !value.toLowerCase(Locale.ROOT).contains("invalid");
    }
}
