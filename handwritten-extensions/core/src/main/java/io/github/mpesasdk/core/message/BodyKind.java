package io.github.mpesasdk.core.message;

import java.util.Locale;

/** What a body is at first sight. */
public enum BodyKind {
    EMPTY("it is empty"),
    HTML("it is an HTML page"),
    XML("it is XML"),
    JSON_OBJECT("it is a JSON object"),
    JSON_ARRAY("it is a JSON array"),
    FORM("it is an HTML form"),
    TEXT("it is plain text");

    private static final int SIGHT = 300;

    private final String words;

    BodyKind(String words) {
        this.words = words;
    }

    /** The kind in words, for messages: {@code it is an HTML page}. */
    public String inWords() {
        return words;
    }

    /** The kind of a body, told from its beginning. */
    public static BodyKind of(String body) {
        int first = 0;
        while (first < body.length() && Character.isWhitespace(body.charAt(first))) {
            first++;
        }
        if (first == body.length()) {
            return EMPTY;
        }
        return switch (body.charAt(first)) {
            case '{' -> JSON_OBJECT;
            case '[' -> JSON_ARRAY;
            default ->
                ofText(body.substring(first, Math.min(body.length(), first + SIGHT))
                        .toLowerCase(Locale.ROOT));
        };
    }

    private static BodyKind ofText(String start) {
        if (start.charAt(0) == '<') {
            return start.contains("<html") || start.startsWith("<!doctype html") ? HTML : XML;
        }
        return start.matches("[\\w%.+-]+=[^\\s{]*") ? FORM : TEXT;
    }
}
