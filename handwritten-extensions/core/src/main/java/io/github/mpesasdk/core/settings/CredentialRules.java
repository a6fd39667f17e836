package io.github.mpesasdk.core.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** What no key, secret, passkey or password can be. */
final class CredentialRules {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "your[ _-].*|<.*>|\\$\\{.*}|\\{\\{.*}}|%\\w+%|\\*+|x{3,}|\\.{3,}|null|undefined",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private CredentialRules() {}

    /** The first rule that a value breaks, in words; one mistake breaks several. */
    static Optional<String> firstBroken(String value) {
        if (isBlank(value)) {
            return Optional.of("is blank: copy it from the operator's portal, and look whether the variable or file"
                    + " that it comes from is set");
        }
        if (isBlank(value.charAt(0)) || isBlank(value.charAt(value.length() - 1))) {
            return Optional.of("begins or ends with a blank or a line break: strip it; a file that is read whole ends"
                    + " with a line break");
        }
        if (hasControl(value)) {
            return Optional.of("holds a line break or another control character: copy it again, on one line");
        }
        return PLACEHOLDER.matcher(value).matches()
                ? Optional.of("is still a placeholder: put the real one in its place")
                : Optional.empty();
    }

    private static boolean isBlank(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (!isBlank(value.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasControl(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (Character.isISOControl(value.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    // A byte order mark or a no-break space comes along when somebody copies from a page.
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
