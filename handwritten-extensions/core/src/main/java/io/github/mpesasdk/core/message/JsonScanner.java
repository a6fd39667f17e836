package io.github.mpesasdk.core.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.core.message.GuardedJson.NotOneObjectException;
import io.github.mpesasdk.runtime.WrittenNumber;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object out of a text in one pass, and refuses on the way whatever can be read in two ways. Not Gson's
 * reader: that one takes a key twice, and costs more than the message. Used once, by one thread.
 */
final class JsonScanner {

    private static final String ENDS_LITERAL = ",:{}[]\"' \t\r\n";

    private final String text;
    private final boolean printed;
    // Most messages have not one.
    private final boolean escapes;
    private int at;

    /** @param printed whether strings may stand in single quotes and words in none, as programs print them */
    JsonScanner(String text, boolean printed) {
        this.text = text;
        this.printed = printed;
        this.escapes = text.indexOf('\\') >= 0;
    }

    JsonObject onlyObject() throws NotOneObjectException {
        if (next() != '{') {
            throw broken();
        }
        JsonObject object = object(GuardedJson.DEEPEST);
        skipBlanks();
        if (at < text.length()) {
            throw new NotOneObjectException(
                    text.charAt(at) == '{'
                            ? "it is more than one JSON object"
                            : "it is a JSON object with text behind it");
        }
        return object;
    }

    private JsonObject object(int levels) throws NotOneObjectException {
        JsonObject object = new JsonObject();
        char next = next();
        while (next != '}') {
            String name = string(next);
            require(':');
            if (object.asMap().put(name, element(next(), levels - 1)) != null) {
                throw new NotOneObjectException("it is JSON that has one key twice, so it can be read in two ways");
            }
            next = behindPart('}');
        }
        return object;
    }

    private JsonArray array(int levels) throws NotOneObjectException {
        JsonArray array = new JsonArray();
        char next = next();
        while (next != ']') {
            array.add(element(next, levels - 1));
            next = behindPart(']');
        }
        return array;
    }

    // The end, or behind a comma the beginning of another part.
    private char behindPart(char end) throws NotOneObjectException {
        char next = next();
        if (next == end) {
            return end;
        }
        if (next != ',') {
            throw broken();
        }
        char part = next();
        if (part == end) {
            throw broken();
        }
        return part;
    }

    private JsonElement element(char first, int levels) throws NotOneObjectException {
        if (first == '{' || first == '[') {
            if (levels == 0) {
                throw broken();
            }
            return first == '{' ? object(levels) : array(levels);
        }
        return first == '"' || (printed && first == '\'') ? new JsonPrimitive(string(first)) : literal();
    }

    private JsonElement literal() throws NotOneObjectException {
        int start = at - 1;
        while (at < text.length() && ENDS_LITERAL.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        JsonElement known = known(start, at - start);
        if (known != null) {
            return known;
        }
        String word = text.substring(start, at);
        if (WrittenNumber.isOne(word)) {
            return new JsonPrimitive(new WrittenNumber(word));
        }
        if (!printed) {
            throw broken();
        }
        return new JsonPrimitive(word);
    }

    private @Nullable JsonElement known(int start, int length) {
        return switch (text.charAt(start)) {
            case 't', 'T' -> is("true", start, length) ? new JsonPrimitive(true) : null;
            case 'f', 'F' -> is("false", start, length) ? new JsonPrimitive(false) : null;
            case 'n', 'N' -> is("null", start, length) ? JsonNull.INSTANCE : null;
            default -> null;
        };
    }

    private boolean is(String word, int start, int length) {
        return length == word.length() && text.regionMatches(true, start, word, 0, length);
    }

    // A raw line break in a string is borne, for gateways send it.
    private String string(char quote) throws NotOneObjectException {
        if (quote != '"' && !(printed && quote == '\'')) {
            throw broken();
        }
        int start = at;
        if (!escapes) {
            int end = text.indexOf(quote, start);
            if (end < 0) {
                throw broken();
            }
            at = end + 1;
            return text.substring(start, end);
        }
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character == quote) {
                return text.substring(start, at - 1);
            }
            if (character == '\\') {
                return escaped(start, quote);
            }
        }
        throw broken();
    }

    private String escaped(int start, char quote) throws NotOneObjectException {
        StringBuilder plain = new StringBuilder(text.substring(start, at - 1));
        at--;
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character == quote) {
                return plain.toString();
            }
            plain.append(character == '\\' ? escape() : character);
        }
        throw broken();
    }

    private char escape() throws NotOneObjectException {
        if (at == text.length()) {
            throw broken();
        }
        char character = text.charAt(at++);
        return switch (character) {
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case '"', '\\', '/', '\'', '\n' -> character;
            case 'u' -> hexadecimal();
            default -> throw broken();
        };
    }

    private char hexadecimal() throws NotOneObjectException {
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw broken();
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private static NotOneObjectException broken() {
        return new NotOneObjectException("it is broken JSON, or cut short");
    }

    private void require(char wanted) throws NotOneObjectException {
        if (next() != wanted) {
            throw broken();
        }
    }

    private char next() throws NotOneObjectException {
        skipBlanks();
        if (at == text.length()) {
            throw broken();
        }
        return text.charAt(at++);
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
