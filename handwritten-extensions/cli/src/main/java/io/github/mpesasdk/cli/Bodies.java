package io.github.mpesasdk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bodies in a file that holds several, one behind another: objects, an array of them, or envelopes of SOAP. */
final class Bodies {

    private static final Pattern END_OF_ENVELOPE = Pattern.compile("</(?:[\\w.-]+:)?Envelope\\s*>");

    /**
     * One of them.
     *
     * @param line where it begins, from 1
     */
    record Body(int line, String text) {

        @Override
        public String toString() {
            return "Body[" + line + "]";
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    private Bodies(String text) {
        this.text = text;
    }

    /** All of them. Text that stands between is one as well, so that nothing is passed over in silence. */
    static List<Body> in(String text) {
        Bodies bodies = new Bodies(text);
        List<Body> found = new ArrayList<>();
        bodies.skipBetween();
        while (bodies.at < text.length()) {
            found.add(bodies.next());
            bodies.skipBetween();
        }
        return found;
    }

    private Body next() {
        int end =
                switch (text.charAt(at)) {
                    case '{' -> endOfObject();
                    case '<' -> endOfEnvelope();
                    default -> startOfNext(at + 1);
                };
        Body body = new Body(line, text.substring(at, end).strip());
        moveTo(end);
        return body;
    }

    private void skipBetween() {
        int end = at;
        while (end < text.length()
                && (Character.isWhitespace(text.charAt(end)) || ",[]\uFEFF".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        moveTo(end);
    }

    private void moveTo(int end) {
        line += (int)
                text.substring(at, end).chars().filter(letter -> letter == '\n').count();
        at = end;
    }

    // Braces within strings are letters.
    private int endOfObject() {
        int depth = 0;
        boolean inString = false;
        for (int i = at; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (inString) {
                if (letter == '\\') {
                    i++;
                } else {
                    inString = letter != '"';
                }
            } else if (letter == '"') {
                inString = true;
            } else if (letter == '{') {
                depth++;
            } else if (letter == '}') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    private int endOfEnvelope() {
        Matcher end = END_OF_ENVELOPE.matcher(text);
        return end.find(at) ? end.end() : text.length();
    }

    private int startOfNext(int from) {
        int next = from;
        while (next < text.length() && "{<".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        return next;
    }
}
